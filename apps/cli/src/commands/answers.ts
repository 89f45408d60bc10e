import { resolve } from 'node:path';
import { describeResults } from '@yangguang/engine/outputs/answers/describe-results';
import { readAnswers } from '@yangguang/engine/outputs/answers/read-answers';
import { defineCommand } from '../args/command.ts';
import { langFlag } from '../args/flag-values.ts';
import { exitCode } from '../exit-code.ts';
import { assertFolder } from '../failure/assert-folder.ts';

/** Reads the filled-in workbooks back and prints what the checks on the spot came to. */
export const answers = defineCommand({
  verb: 'answers',
  summary: {
    zh: '读回填好的核查结果，打印战果',
    en: 'read filled-in workbooks back and print what was confirmed and cleared',
  },
  words: [
    {
      name: 'FOLDER',
      zh: '填好的工作簿所在的文件夹',
      en: 'folder of the filled-in workbooks',
    },
  ],
  flags: {
    in: {
      kind: 'text',
      value: 'DIR',
      zh: '这些答复属于哪个结果文件夹；工作簿还在结果文件夹里时不用写',
      en: 'the result folder they belong to; not needed while the workbooks lie inside it',
    },
    lang: langFlag,
  },
  examples: ['yangguang answers 各部门数据-核查结果', 'yangguang answers 收回的表 --in 各部门数据-核查结果'],
  async run({ words: [folder = ''], flags }, world) {
    assertFolder(folder);
    if (flags.in !== undefined) assertFolder(flags.in);
    const result = await readAnswers(resolve(folder), flags.in === undefined ? undefined : resolve(flags.in));
    world.print(describeResults(result, flags.lang === 'en' ? 'en' : 'zh').trimEnd());
    const aside = result.refusals.length + result.unreadable.length;
    return aside > 0 ? exitCode.setAside : exitCode.done;
  },
});
