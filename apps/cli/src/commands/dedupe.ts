import { defineCommand } from '../args/command.ts';
import { doLink } from '../link-job/do-link.ts';
import { linkFlags } from '../link-job/link-flags.ts';
import { linkRequest } from '../link-job/link-request.ts';

/** Finds the people, or things, that stand in one list several times. */
export const dedupe = defineCommand({
  verb: 'dedupe',
  summary: {
    zh: '找出一份名单里重复的人（CSV、Parquet，任何列）',
    en: 'find the people who stand in one list twice (CSV, Parquet, any columns)',
  },
  words: [
    { name: 'FILE', zh: '名单', en: 'the list' },
    { name: 'ID_RIGHT', optional: true, zh: '只跟在 --explain 后面', en: 'only after --explain' },
  ],
  flags: linkFlags,
  examples: [
    'yangguang dedupe 名单.csv --suggest 方案.yml',
    'yangguang dedupe 名单.csv --plan 方案.yml --out clusters.csv --report 报告.html',
  ],
  run: ({ words: [file = '', more], flags }, world) => doLink(linkRequest([file, null], more, flags), world),
});
