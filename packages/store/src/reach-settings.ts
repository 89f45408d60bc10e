import type { Scope } from '@yangguang/domain/people/scope';
import type { Reach } from './database.ts';

const areaPattern = /^(\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?)?$/;
const programmePattern = /^[a-z_]+$/;

/**
 * Statements that turn the transaction into the server's role with this reach, in one round trip. Row-level security reads
 * the settings (first migration). Nothing but digits and names of programmes gets into the text.
 * @throws when an area or programme has another shape
 */
export function encodeReach(reach: Reach, statementTimeoutMs: number): string {
  for (const scope of reach.scopes) checkScope(scope);
  const unlimited = reach.scopes.filter((scope) => scope.programmes === null);
  const pairs = reach.scopes.flatMap(({ area, programmes }) =>
    // Work that belongs to no programme is everybody's in the area.
    programmes === null ? [] : ['none', ...programmes].map((programme) => `${programme}|${area}`),
  );
  const settings = {
    'app.areas': asArray(unlimited.map(({ area }) => area)),
    'app.pairs': asArray(pairs),
    'app.within': asArray(reach.scopes.map(({ area }) => area)),
    'app.sealed': reach.sealed === true ? 'yes' : 'no',
    'app.restricted': reach.restricted === true ? 'yes' : 'no',
  };
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  return (
    `set local role yangguang_app; set local statement_timeout = ${Math.trunc(statementTimeoutMs)}; ` +
    `select ${set.join(', ')}`
  );
}

function checkScope({ area, programmes }: Scope): void {
  if (!areaPattern.test(area)) throw new Error('A scope names an area that is no division code.');
  for (const programme of programmes ?? [])
    if (!programmePattern.test(programme)) throw new Error('A scope names a programme of a wrong shape.');
}

/** A PostgreSQL array; quotes tell the whole country ('') from nothing. */
function asArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text}"`).join(',')}}`;
}
