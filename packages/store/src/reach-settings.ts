import type { Scope } from '@yangguang/domain/people/scope';
import type { Reach } from './database.ts';

const areaPattern = /^(\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?)?$/;
const programmePattern = /^[a-z_]+$/;

/**
 * Statements that turn the transaction into the server's role with this reach, in one round trip. Row-level security reads
 * the settings (in_scope() of the first migration). Nothing but digits and names of programmes gets into the text.
 * @throws when an area or programme has another shape
 */
export function encodeReach(reach: Reach, statementTimeoutMs: number): string {
  const scope = reach.scopes.map(encodeScope).join(';');
  return (
    `set local role yangguang_app; set local statement_timeout = ${Math.trunc(statementTimeoutMs)}; ` +
    `select set_config('app.scope', '${scope}', true), ` +
    `set_config('app.sealed', '${reach.sealed === true ? 'yes' : 'no'}', true), ` +
    `set_config('app.restricted', '${reach.restricted === true ? 'yes' : 'no'}', true)`
  );
}

function encodeScope({ area, programmes }: Scope): string {
  if (!areaPattern.test(area)) throw new Error('A scope names an area that is no division code.');
  for (const programme of programmes ?? [])
    if (!programmePattern.test(programme)) throw new Error('A scope names a programme of a wrong shape.');
  return `${area}|${programmes === null ? '*' : programmes.join(',')}`;
}
