import { resolve } from 'node:path';
import { defineCommand } from '../args/command.ts';
import { langFlag, refuseDate, refuseRegion, refuseRules, splitRules } from '../args/flag-values.ts';
import type { CheckOptions } from '@yangguang/engine/run/run-options';
import { runCheck } from '@yangguang/engine/run/run-check';
import { assertFolder } from '../failure/assert-folder.ts';
import { terminalProgress } from '../progress/terminal-progress.ts';

/** The main job: a folder of departments' files in, a ledger of leads out. */
export const check = defineCommand({
  verb: 'check',
  summary: {
    zh: '检查一个文件夹里的部门数据，写出疑点台账',
    en: 'check a folder of departmental files and write the ledger of leads',
  },
  words: [
    {
      name: 'FOLDER',
      zh: '放有各部门文件的文件夹（xlsx、xls、et、csv、txt、zip）',
      en: 'folder of departmental files (xlsx, xls, et, csv, txt, zip)',
    },
  ],
  flags: {
    'as-of': {
      kind: 'text',
      value: 'DATE',
      refuse: refuseDate,
      zh: '以哪一天为准，默认为数据中最新发放月的月末',
      en: 'date of judgement; by default the end of the newest benefit month found',
    },
    region: {
      kind: 'text',
      value: 'CODE',
      refuse: refuseRegion,
      zh: '县级行政区划代码，默认取数据中最多的',
      en: 'county code; by default the one most of the data carries',
    },
    policy: {
      kind: 'many',
      value: 'DIR',
      zh: '本地政策包，叠加在内置政策包之上，可重复',
      en: 'local policy pack laid over the built-in one; may be repeated',
    },
    out: {
      kind: 'text',
      value: 'DIR',
      zh: '结果写到哪里，默认在输入文件夹旁边',
      en: 'where to write; by default beside the input folder',
    },
    previous: {
      kind: 'text',
      value: 'DIR',
      zh: '上一次的结果文件夹，用于标出新增、仍在、消失',
      en: 'results of the run before, to mark leads as new, same or gone',
    },
    rules: {
      kind: 'text',
      value: 'LIST',
      refuse: refuseRules,
      zh: '只运行这些规则，如 INC-01,OMI',
      en: 'run only these rules, such as INC-01,OMI',
    },
    'id-numbers': {
      kind: 'text',
      choices: ['masked', 'full'],
      zh: '身份证号是否完整写出，默认遮盖',
      en: 'whether ID numbers are written in full; masked by default',
    },
    lang: langFlag,
    inspect: { kind: 'switch', zh: '只识别文件并报告，不查疑点', en: 'only recognise the files and report' },
    force: { kind: 'switch', zh: '结果文件夹已存在时覆盖', en: 'replace an existing result folder' },
    password: {
      kind: 'many',
      value: 'P',
      zh: '加密文件的密码，可重复',
      en: 'password of protected files; may be repeated',
    },
    mapping: {
      kind: 'text',
      value: 'FILE',
      zh: '改正过的识别对照文件',
      en: 'corrected mapping of files and headings',
    },
    judgements: {
      kind: 'text',
      value: 'FILE',
      zh: '人工判断是否同一人的文件（CSV，可从系统导出）；其结论优先于比对',
      en: 'judgements by people on who is the same person (CSV, as the desk exports it); they stand over the matching',
    },
  },
  examples: [
    'yangguang check 各部门数据',
    'yangguang check 各部门数据 --inspect',
    'yangguang check 各部门数据 --as-of 2026-10-31 --region 330102 --previous 上月-核查结果',
  ],
  async run({ words: [folder = ''], flags }, world) {
    assertFolder(folder);
    const lang = flags.lang === 'en' ? 'en' : 'zh';
    const progress = terminalProgress(world, lang);
    try {
      const result = await runCheck(
        {
          ...givenOptions(flags),
          folder: resolve(folder),
          policy: flags.policy.map((dir) => resolve(dir)),
          builtInPolicy: world.builtInPolicy,
          idNumbers: flags['id-numbers'] === 'full' ? 'full' : 'masked',
          lang,
          inspect: flags.inspect,
          force: flags.force,
          passwords: flags.password,
          now: world.now(),
          elapsed: () => world.ticks() / 1000,
          signal: world.signal,
        },
        progress,
      );
      progress.done();
      for (const line of result.printed) world.print(line);
      return result.exit;
    } finally {
      progress.done();
    }
  },
});

interface GivenFlags {
  readonly 'as-of': string | undefined;
  readonly region: string | undefined;
  readonly out: string | undefined;
  readonly previous: string | undefined;
  readonly rules: string | undefined;
  readonly mapping: string | undefined;
  readonly judgements: string | undefined;
}

/** Options that are left out unless they were typed, so that the engine can tell. */
function givenOptions(flags: GivenFlags): Partial<CheckOptions> {
  const path = (typed: string | undefined): string | undefined =>
    typed === undefined ? undefined : resolve(typed);
  const options = {
    asOf: flags['as-of'],
    region: flags.region,
    out: path(flags.out),
    previous: path(flags.previous),
    rules: flags.rules === undefined ? undefined : splitRules(flags.rules),
    mapping: path(flags.mapping),
    judgements: path(flags.judgements),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
