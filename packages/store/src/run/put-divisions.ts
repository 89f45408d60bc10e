import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

/**
 * Brings the official divisions to what the policy pack has: new ones come in, names change, none goes (work lies in
 * them). Divisions of this installation's own are not touched. Costs one count when nothing is new.
 */
export async function putDivisions(
  tx: Transaction,
  divisions: readonly { readonly code: string; readonly name: string }[],
): Promise<void> {
  const { n } = await tx.get<{ n: number }>(
    sql`select count(*)::integer as n from division where not is_local`,
  );
  if (n === divisions.length) return;
  await tx.run(sql`
    insert into division (code, name) select * from unnest(${divisions.map((d) => d.code)}::text[],
      ${divisions.map((d) => d.name)}::text[])
    on conflict (code) do update set name = excluded.name where not division.is_local`);
}
