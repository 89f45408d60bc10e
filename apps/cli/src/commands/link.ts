import { defineCommand } from '../args/command.ts';
import { doLink } from '../link-job/do-link.ts';
import { jobVariable } from '../link-job/job-spec.ts';
import { linkFlags } from '../link-job/link-flags.ts';
import { linkRequest } from '../link-job/link-request.ts';
import { runJob } from '../link-job/run-job.ts';

/** Finds the same people, or things, in two lists. */
export const link = defineCommand({
  verb: 'link',
  summary: {
    zh: '找出两份名单里的同一个人（CSV、Parquet，任何列）',
    en: 'find the same people in two lists (CSV, Parquet, any columns)',
  },
  words: [
    { name: 'LEFT', zh: '一份名单', en: 'one list' },
    { name: 'RIGHT', zh: '另一份名单', en: 'the other list' },
    { name: 'ID_RIGHT', optional: true, zh: '只跟在 --explain 后面', en: 'only after --explain' },
  ],
  flags: linkFlags,
  examples: [
    'yangguang link 低保名单.csv 死亡名单.csv --suggest 方案.yml',
    'yangguang link 低保名单.csv 死亡名单.csv --plan 方案.yml --out pairs.csv --report 报告.html',
    'yangguang link 低保名单.csv 死亡名单.csv --plan 方案.yml --explain D0001 S0042',
  ],
  async run({ words: [left = '', right = '', more], flags }, world) {
    // Started by itself, to do the work in a process of its own.
    const job = world.environment[jobVariable];
    if (job !== undefined) return runJob(job, world);
    return doLink(linkRequest([left, right], more, flags), world);
  },
});
