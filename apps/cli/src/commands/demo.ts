import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineCommand } from '../args/command.ts';
import { refuseWhole } from '../args/flag-values.ts';
import { exitCode } from '../exit-code.ts';
import { UsageError } from '../failure/usage-error.ts';

/** Makes a county that does not exist, with files as departments really send them, and its truth. */
export const demo = defineCommand({
  verb: 'demo',
  summary: {
    zh: '生成一个虚构县的部门文件，用于试用和培训',
    en: 'make the departmental files of a made-up county, to try things out',
  },
  words: [
    { name: 'DIR', zh: '写到哪个文件夹（须为空或不存在）', en: 'folder to write into (empty or absent)' },
  ],
  flags: {
    households: {
      kind: 'text',
      value: 'N',
      refuse: refuseWhole(300, 200_000),
      zh: '低保户数，默认 600',
      en: 'dibao households, 600 by default',
    },
    seed: {
      kind: 'text',
      value: 'N',
      refuse: refuseWhole(0, 2_147_483_647),
      zh: '种子，默认 1；同一种子得到同样的文件',
      en: 'seed, 1 by default; the same seed gives the same files',
    },
  },
  examples: ['yangguang demo 示例县', 'yangguang demo 示例县 --households 2000 --seed 7'],
  async run({ words: [folder = ''], flags }, world) {
    assertEmpty(folder);
    const { generateCounty } = await import('@yangguang/county/generate-county');
    const truth = await generateCounty({
      folder: resolve(folder),
      ...(flags.households === undefined ? {} : { households: Number(flags.households) }),
      ...(flags.seed === undefined ? {} : { seed: Number(flags.seed) }),
    });
    const { files = 0, dibaoHouseholds = 0 } = truth.counts;
    const cases = truth.planted.length;
    world.print(
      `已生成 ${truth.regionName}（虚构）：${files} 个文件，低保 ${dibaoHouseholds} 户，埋入 ${cases} 个案例。`,
    );
    world.print(
      `Made ${files} files with ${dibaoHouseholds} dibao households and ${cases} planted cases. Nobody in them exists.`,
    );
    world.print(`${folder}\n${folder}-truth.json`);
    return exitCode.done;
  },
});

/** A clerk's own files must never be mixed with made-up ones. */
function assertEmpty(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined || (found.isDirectory() && readdirSync(folder).length === 0)) return;
  throw new UsageError('CLI-110', {
    zh: `“${folder}”已经有内容。请给一个新的文件夹，以免与真实数据混在一起。`,
    en: `"${folder}" is not empty. Give a new folder, so that nothing made up mixes with real data.`,
  });
}
