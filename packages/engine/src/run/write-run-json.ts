import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputFile } from '../import/read/raw-sheet.ts';
import type { Source } from '../import/source.ts';
import type { Pack } from '../pack/load-pack.ts';
import type { RunMeta } from './run-meta.ts';

/** What run.json tells of a run. */
export interface RunRecord {
  readonly meta: RunMeta;
  readonly pack: Pack;
  readonly sources: readonly Source[];
  readonly inputs: readonly InputFile[];
  /** ISO instant. */
  readonly startedAt: string;
  /** Seconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

/**
 * Writes run.json: hashes of the inputs, pack, parameters and rules of the run. It marks the folder as a result, so it
 * is never read as input. Only `startedAt` and `timings` differ between two runs on the same inputs.
 */
export async function writeRunJson(dir: string, record: RunRecord): Promise<void> {
  const { meta, pack, sources, inputs, startedAt, timings } = record;
  const run = {
    product: 'yangguang',
    engineVersion: meta.engineVersion,
    pack: { version: meta.packVersion, hash: pack.hash },
    asOf: meta.asOf,
    asOfWhy: meta.asOfWhy,
    region: meta.region,
    regionName: meta.regionName,
    idNumbers: meta.idNumbers,
    lang: meta.lang,
    inputs: inputs.map((file) => ({ file: file.name, sha256: file.sha256, bytes: file.bytes })),
    parameters: meta.parameters,
    silentRules: meta.silentRules,
    numbersToFill: meta.numbersToFill,
    rules: meta.rules,
    dataSets: wordsOf(sources),
    startedAt,
    timings,
  };
  await writeFile(join(dir, 'run.json'), `${JSON.stringify(run, null, 2)}\n`);
}

/** What data sets and their columns are called, for whoever reads the evidence without the policy pack. */
function wordsOf(sources: readonly Source[]): Record<string, object> {
  return Object.fromEntries(
    sources.map(({ table, zh, en, columns }) => [
      table,
      {
        zh,
        en,
        columns: Object.fromEntries(columns.map((column) => [column.name, { zh: column.zh, en: column.en }])),
      },
    ]),
  );
}
