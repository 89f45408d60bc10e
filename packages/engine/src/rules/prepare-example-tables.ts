import type { DuckDBConnection } from '@duckdb/node-api';
import { createCanonicalTables } from '../import/canonical-tables.ts';
import type { Source } from '../import/source.ts';
import { createEmptyLinks } from '../linkage/people/empty-links.ts';
import type { Pack } from '../pack/load-pack.ts';
import { loadPackTables } from '../pack/load-tables.ts';
import { deriveTables, findDerivedTables } from './derive-tables.ts';

/** All tables a rule may read, empty and with their types: the ground on which a page's examples are laid. */
export async function prepareExampleTables(
  db: DuckDBConnection,
  pack: Pack,
  sources: readonly Source[],
  policyFolder: string,
): Promise<void> {
  await createCanonicalTables(db, sources);
  await loadPackTables(db, pack, { asOf: '2022-07-31', region: '000000' });
  await createEmptyLinks(db);
  await deriveTables(db, findDerivedTables(policyFolder));
}
