import { resolve } from 'node:path';
import { findOutputFolder } from '@yangguang/engine/outputs/answers/read-answers';
import { explainLead } from '@yangguang/engine/outputs/explain-lead';
import { defineCommand } from '../args/command.ts';
import { langFlag } from '../args/flag-values.ts';
import { exitCode } from '../exit-code.ts';
import { assertFolder } from '../failure/assert-folder.ts';

/** Prints the whole why of one lead. */
export const explain = defineCommand({
  verb: 'explain',
  summary: {
    zh: '说明一条疑点的来龙去脉',
    en: 'print the whole why of one lead',
  },
  words: [
    {
      name: 'LEAD_ID',
      zh: '疑点编号，如 L0123456789ABCDEF',
      en: 'id of the lead, such as L0123456789ABCDEF',
    },
  ],
  flags: {
    in: {
      kind: 'text',
      value: 'DIR',
      zh: '结果文件夹，默认为当前文件夹',
      en: 'the result folder; the present folder by default',
    },
    lang: langFlag,
  },
  examples: ['yangguang explain L0123456789ABCDEF --in 各部门数据-核查结果'],
  async run({ words: [leadId = ''], flags }, world) {
    const folder = flags.in ?? '.';
    assertFolder(folder);
    const output = await findOutputFolder(resolve(folder));
    world.print((await explainLead(output, leadId, flags.lang === 'en' ? 'en' : 'zh')).trimEnd());
    return exitCode.done;
  },
});
