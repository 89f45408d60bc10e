import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createCanonicalTables } from '@yangguang/engine/import/canonical-tables';
import { loadSources } from '@yangguang/engine/import/load-sources';
import { createEmptyLinks } from '@yangguang/engine/linkage/people/empty-links';
import { loadPack } from '@yangguang/engine/pack/load-pack';
import { loadPackTables } from '@yangguang/engine/pack/load-tables';
import { type ExampleResult, runExample } from '@yangguang/engine/pack/rule-example';
import type { RulePage } from '@yangguang/engine/pack/rule-page';
import { deriveTables, findDerivedTables } from '@yangguang/engine/rules/derive-tables';
import { openEngine } from '@yangguang/engine/run/open-engine';

export interface Trial {
  readonly rule: string;
  readonly example: string;
  readonly line: number;
  readonly result: ExampleResult;
}

/** Examples name their own date and region where they matter; this is where the tables are made. */
const anywhere = { asOf: '2022-06-30', region: '000000' } as const;

/**
 * Runs the examples of all rules whose code or family is asked for, on empty tables, as the house tests do.
 * @param policies the built-in pack first, then overlays
 * @throws PackError with file, line and remedy when a page cannot be read or its query is refused
 */
export async function tryRules(
  policies: readonly [string, ...string[]],
  wanted: string,
  signal: AbortSignal,
): Promise<Trial[]> {
  const pack = loadPack(policies);
  const pages = pack.rules.filter(({ id, family }) => id === wanted || family === wanted);
  const engine = await openEngine(signal);
  try {
    const folders = policies.map((dir) => join(dir, 'sources')).filter((dir) => existsSync(dir));
    await createCanonicalTables(engine.db, loadSources(folders));
    await createEmptyLinks(engine.db);
    await loadPackTables(engine.db, pack, anywhere);
    await deriveTables(engine.db, findDerivedTables(policies[0]));
    const trials: Trial[] = [];
    for (const page of pages) trials.push(...(await tryPage(engine.db, page)));
    return trials;
  } finally {
    await engine.close();
  }
}

async function tryPage(db: Parameters<typeof runExample>[0], page: RulePage): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const example of page.examples) {
    const result = await runExample(db, page, example);
    trials.push({ rule: page.id, example: example.title, line: example.line, result });
  }
  return trials;
}
