import type { DuckDBConnection } from '@duckdb/node-api';
import { formatYuan } from '@yangguang/domain/words/money';
import type { RunMeta } from '../../run/run-meta.ts';
import { sayIn } from '../lead-words.ts';
import { numberOf, readRows } from '../read-rows.ts';
import { type StreamedRow, text } from '../stream-rows.ts';
import type { Workbook } from '../write-xlsx.ts';
import { type Counts, countLeads, noCounts, openScreening, type Side } from './count-leads.ts';

export interface ReadAloud {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const programmes = [
  { code: 'dibao', zh: '低保', en: 'dibao' },
  { code: 'tekun', zh: '特困', en: 'tekun' },
  { code: 'edge', zh: '低保边缘', en: 'edge' },
] as const;

/** The paragraph a leader can read aloud, sentence by sentence: 户 and 人 together, omissions beside inclusion. */
export async function composeReadAloud(db: DuckDBConnection, meta: RunMeta): Promise<ReadAloud> {
  const onAid = await readRows(
    db,
    `SELECT programme, count(*) AS households, sum(coalesce(insured_persons, 1)) AS persons,
            coalesce(sum(coalesce(total_fen, amount_fen)), 0) AS total_fen
     FROM household GROUP BY programme`,
  );
  const sides = await countLeads(db, ['side']);
  const side = (name: Side): Counts => sides.find((row) => row.key[0] === name) ?? noCounts;
  const total = (await countLeads(db, []))[0] ?? noCounts;
  const screening = (await countLeads(db, [], openScreening))[0] ?? noCounts;
  const parts = { meta, onAid, total, screening, inclusion: side('inclusion'), omission: side('omission') };
  return { zh: chinese(parts), en: english(parts) };
}

interface Parts {
  readonly meta: RunMeta;
  readonly onAid: readonly StreamedRow[];
  readonly total: Counts;
  readonly screening: Counts;
  readonly inclusion: Counts;
  readonly omission: Counts;
}

function chinese({ meta, onAid, total, screening, inclusion, omission }: Parts): string[] {
  const [year, month, day] = meta.asOf.split('-').map(Number);
  const rolls = programmes
    .map(({ code, zh }) => ({ zh, row: onAid.find((row) => text(row, 'programme') === code) }))
    .map(
      ({ zh, row }) => `${zh} ${numberOf(row ?? {}, 'households')} 户 ${numberOf(row ?? {}, 'persons')} 人`,
    );
  return [
    `截至${year}年${month}月${day}日，${meta.regionName}在保${rolls.join('，')}，月保障金额共 ${formatYuan(moneyOf(onAid))} 元。`,
    `本次核对 ${fileCount(meta)} 个文件，发现疑点 ${total.leads} 条，涉及 ${householdsZh(total)}，其中严重疑点 ${total.serious} 条。`,
    `可能错保、错发的 ${inclusion.leads} 条，涉及 ${householdsZh(inclusion)}。`,
    `可能漏保、少享的 ${omission.leads} 条，涉及 ${householdsZh(omission)}。`,
    `另有 ${screening.persons} 人列入排查名单，请逐户走访。`,
    ...(meta.silentRules.length > 0 ? [`还有 ${meta.silentRules.length} 条规则因缺少文件没有运行。`] : []),
    '疑点不是结论，须逐户告知、核查，再由人作出决定。',
  ];
}

function english({ meta, onAid, total, screening, inclusion, omission }: Parts): string[] {
  const rolls = programmes
    .map(({ code, en }) => ({ en, row: onAid.find((row) => text(row, 'programme') === code) }))
    .map(
      ({ en, row }) =>
        `${en} households ${numberOf(row ?? {}, 'households')}, persons ${numberOf(row ?? {}, 'persons')}`,
    );
  return [
    `As of ${meta.asOf}, ${meta.regionName} has on aid: ${rolls.join('; ')}. CNY ${formatYuan(moneyOf(onAid))} a month in all.`,
    `Files checked: ${fileCount(meta)}. Leads found: ${total.leads}, on ${householdsEn(total)}; serious: ${total.serious}.`,
    `Possible wrong inclusion or payment: ${inclusion.leads}, on ${householdsEn(inclusion)}.`,
    `Possible omission: ${omission.leads}, on ${householdsEn(omission)}.`,
    `On screening lists, to be visited: ${screening.persons} persons.`,
    ...(meta.silentRules.length > 0
      ? [`Rules that did not run for lack of a file: ${meta.silentRules.length}.`]
      : []),
    'A lead is never a verdict: tell each family, check, and let a person decide.',
  ];
}

function householdsZh(counts: Counts): string {
  return `${counts.households} 户 ${counts.persons} 人`;
}

function householdsEn(counts: Counts): string {
  return `households ${counts.households}, persons ${counts.persons}`;
}

function moneyOf(onAid: readonly StreamedRow[]): number {
  return onAid.reduce((sum, row) => sum + numberOf(row, 'total_fen'), 0);
}

function fileCount(meta: RunMeta): number {
  return new Set(meta.files.map((file) => file.file)).size;
}

export async function writeReadAloud(db: DuckDBConnection, book: Workbook, meta: RunMeta): Promise<void> {
  const say = sayIn(meta.lang);
  const sheet = book.sheet(say('综述', 'Summary'), {
    title: say(`${meta.regionName}社会救助数据核对情况`, `Social assistance data check · ${meta.regionName}`),
    columns: [{ heading: '', width: 96, kind: 'wrap' }],
    header: false,
  });
  const spoken = await composeReadAloud(db, meta);
  const zh = meta.lang === 'zh';
  const [first, second] = zh ? [spoken.zh, spoken.en] : [spoken.en, spoken.zh];
  await sheet.row([{ value: first.join(say('', ' ')), look: 'paragraph' }], { height: 'fit' });
  await sheet.row(['']);
  await sheet.row([{ value: second.join(say(' ', '')), look: 'paragraph' }], { height: 'fit' });
  await sheet.row(['']);
  const notes = zh
    ? [
        '户：涉及的家庭，不重复。人：疑点指名的人；针对全户的疑点按保障人数计，同一户不重复。',
        '金额：同一笔钱可能被几条规则提到，不能相加，也不等于应追缴的数额。',
      ]
    : [
        'Households: distinct households touched. Persons: those a lead names, or the insured persons where a lead is on the whole household; never twice within a household.',
        'Money: one payment may be named by several rules; sums over rules are not a sum to recover.',
      ];
  for (const note of notes) await sheet.row([{ value: note, look: 'note' }], { height: 'fit' });
  await sheet.close();
}
