import type { RunMeta } from '../../run/run-meta.ts';
import { familyWords, type Say } from '../lead-words.ts';
import type { Workbook } from '../write-xlsx.ts';

/** Writes the rule manual: what each rule looks for, why it may be innocent, how to verify, on what ground. */
export async function writeManual(
  book: Workbook,
  name: string,
  meta: RunMeta,
  say: Say,
  tabOrder: number,
): Promise<void> {
  const title = say('规则说明', 'Rule manual');
  const sheet = book.sheet(name, {
    columns: [
      { heading: say('规则', 'Rule'), width: 9, kind: 'text', look: 'strong' },
      { heading: say('类别', 'Family'), width: 14, kind: 'wrap' },
      { heading: say('名称', 'Title'), width: 20, kind: 'wrap' },
      { heading: say('查什么', 'What it looks for'), width: 44, kind: 'wrap' },
      { heading: say('为什么可能是误报', 'Why it may be innocent'), width: 40, kind: 'wrap' },
      { heading: say('怎样核实', 'How to verify'), width: 40, kind: 'wrap' },
      { heading: say('依据', 'Legal basis'), width: 28, kind: 'wrap' },
      { heading: say('参数', 'Parameters'), width: 24, kind: 'wrap' },
      { heading: say('本次条数', 'Hits'), width: 9, kind: 'int' },
    ],
    title,
    filter: true,
    freezeColumns: 1,
    landscape: true,
    tabColour: '52606D',
    pageHeader: title,
    tabOrder,
  });
  for (const rule of meta.rules) {
    const family = familyWords(rule.family);
    await sheet.row([
      rule.rule,
      say(family.zh, family.en),
      say(rule.titleZh, rule.titleEn),
      say(rule.what.zh, rule.what.en),
      rule.innocent.map((cause) => `· ${say(cause.zh, cause.en)}`).join('\n'),
      say(rule.verify.zh, rule.verify.en),
      rule.basis.join('\n'),
      rule.parameters.map(({ name: parameter, value }) => `${parameter} = ${value}`).join('\n'),
      rule.hits,
    ]);
  }
  await sheet.close();
}
