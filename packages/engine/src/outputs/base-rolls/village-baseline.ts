import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import { type Say, sayIn } from '../lead-words.ts';
import { numberOf } from '../read-rows.ts';
import { groupRows, type StreamedRow, streamRows, text } from '../stream-rows.ts';
import type { Workbook } from '../write-xlsx.ts';
import type { Cell } from '../xlsx/cell.ts';
import type { GroupHeader, SheetSpec } from '../xlsx/sheet-spec.ts';

const figures = [
  { name: 'on_aid_households', zh: '户', en: 'Households', kind: 'int' },
  { name: 'on_aid_persons', zh: '人', en: 'Persons', kind: 'int' },
  { name: 'on_aid_fen', zh: '月金额（元）', en: 'Monthly (CNY)', kind: 'money' },
  { name: 'uncovered_households', zh: '户', en: 'Households', kind: 'int' },
  { name: 'uncovered_persons', zh: '人', en: 'Persons', kind: 'int' },
  { name: 'exited_households', zh: '户', en: 'Households', kind: 'int' },
  { name: 'exited_persons', zh: '人', en: 'Persons', kind: 'int' },
  { name: 'exited_fen', zh: '原月金额（元）', en: 'Former monthly (CNY)', kind: 'money' },
  { name: 'refused_households', zh: '户', en: 'Households', kind: 'int' },
  { name: 'refused_persons', zh: '人', en: 'Persons', kind: 'int' },
] as const;

const signatures = [
  { zh: '村（居）负责人签字', en: 'Village head, signature' },
  { zh: '包村干部签字', en: 'Town officer, signature' },
  { zh: '乡镇负责人签字', en: 'Town head, signature' },
  { zh: '日期', en: 'Date' },
] as const;

const sums = `
  count(DISTINCT unit) FILTER (cohort = 'on_aid') AS on_aid_households,
  coalesce(sum(persons) FILTER (cohort = 'on_aid'), 0) AS on_aid_persons,
  coalesce(sum(amount_fen) FILTER (cohort = 'on_aid'), 0) AS on_aid_fen,
  count(DISTINCT unit) FILTER (cohort = 'uncovered') AS uncovered_households,
  coalesce(sum(persons) FILTER (cohort = 'uncovered'), 0) AS uncovered_persons,
  count(DISTINCT unit) FILTER (cohort = 'exited') AS exited_households,
  coalesce(sum(persons) FILTER (cohort = 'exited'), 0) AS exited_persons,
  coalesce(sum(amount_fen) FILTER (cohort = 'exited'), 0) AS exited_fen,
  count(DISTINCT unit) FILTER (cohort = 'refused') AS refused_households,
  coalesce(sum(persons) FILTER (cohort = 'refused'), 0) AS refused_persons`;

/**
 * The baseline to sign: households, persons and money of the four cohorts by village, a sum a town and one for
 * the county. Each town starts on a page of its own, so that its sheet can be signed and sent back.
 */
export async function writeVillageBaseline(
  db: DuckDBConnection,
  book: Workbook,
  meta: RunMeta,
): Promise<void> {
  const say = sayIn(meta.lang);
  const sheet = book.sheet(say('村底数签字表', 'Village baseline'), baselineSpec(meta));
  const rows = streamRows(
    db,
    `SELECT town, village, ${sums} FROM base_roll GROUP BY town, village
     ORDER BY town NULLS LAST, village NULLS LAST`,
  );
  const county = figures.map(() => 0);
  for await (const villages of groupRows(rows, (row) => text(row, 'town'))) {
    const total = figures.map(() => 0);
    for (const row of villages) {
      const values = valuesOf(row);
      values.forEach((value, index) => {
        total[index] = (total[index] ?? 0) + value;
        county[index] = (county[index] ?? 0) + value;
      });
      const place = [text(row, 'town') || blankPlace(say), text(row, 'village') || blankPlace(say)];
      await sheet.row([...place, ...values, ...signatures.map((): Cell => ({ value: '', look: 'blank' }))], {
        height: 26,
      });
    }
    const town = text(villages[0] ?? {}, 'town') || blankPlace(say);
    await sheet.row([town, say('小计', 'Subtotal'), ...total, ...signatures.map(() => '')], {
      look: 'total',
      height: 26,
      pageBreakAfter: true,
    });
  }
  await sheet.row([say('合计', 'Total'), '', ...county, ...signatures.map(() => '')], {
    look: 'total',
    height: 26,
  });
  await sheet.close();
}

function blankPlace(say: Say): string {
  return say('（未填）', '(not given)');
}

function valuesOf(row: StreamedRow): number[] {
  return figures.map((figure) => numberOf(row, figure.name));
}

function baselineSpec(meta: RunMeta): SheetSpec {
  const { lang } = meta;
  const say = sayIn(lang);
  const group = (label: string, from: number, to: number): GroupHeader => ({ label, from, to });
  return {
    title: say(
      `${meta.regionName}社会救助四类人群底数（按村）`,
      `Baseline of the four cohorts by village · ${meta.regionName}`,
    ),
    subtitle: [
      say(
        `数据时点 ${meta.asOf}。请核对户数、人数、金额后签字。谁调查、谁签字、谁负责。`,
        `Data as of ${meta.asOf}. Check households, persons and money, then sign. Who investigates signs and answers.`,
      ),
    ],
    columns: [
      { heading: say('乡镇（街道）', 'Town'), width: 14, kind: 'text' },
      { heading: say('村（居）', 'Village'), width: 14, kind: 'text' },
      ...figures.map((figure) => ({
        heading: figure[lang],
        width: figure.kind === 'money' ? 14 : 8,
        kind: figure.kind,
      })),
      ...signatures.map((signature) => ({ heading: signature[lang], width: 13, kind: 'text' as const })),
    ],
    groupHeaders: [
      group(say('在保', 'On aid'), 2, 4),
      group(say('未享受的建档立卡人口', 'Registered poor, not on aid'), 5, 6),
      group(say('去年以来退出', 'Left since last year'), 7, 9),
      group(say('去年以来未批准', 'Refused since last year'), 10, 11),
      group(say('签字', 'Signatures'), 12, 15),
    ],
    landscape: true,
    freezeColumns: 2,
    pageFooter: say(`数据时点 ${meta.asOf}`, `Data as of ${meta.asOf}`),
  };
}
