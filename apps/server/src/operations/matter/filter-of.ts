import { readTokens } from '@yangguang/contract/filter-token';
import { isWorkflowId, workflowIds } from '@yangguang/domain/workflows/all';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import type { MatterFilter } from '@yangguang/store/matter/list-matters';
import { ApiRefusal } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';
import { dayShape, uuidShape } from '../cursor.ts';

const divisionShape = /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/;
const wordShape = /^[\w.-]{1,60}$/;

type Tokens = Readonly<Record<string, readonly string[]>>;

/**
 * The filter that the tokens say.
 * @throws ApiRefusal API-101 when a value has not the shape of its name
 */
export function filterOf(tokens: readonly string[], call: Pick<Call, 'caller' | 'now'>): MatterFilter {
  const read = readTokens(tokens);
  const workflows = all(read, 'workflow', wordShape);
  if (!workflows.every(isWorkflowId)) throw wrong();
  const assigned = one(read, 'assigned', /^me$|^[\da-f-]{36}$/i);
  return {
    workflows: workflows.length > 0 ? workflows : workflowIds,
    kinds: [...all(read, 'kind', wordShape), ...all(read, 'rule', wordShape)],
    states: all(read, 'state', wordShape),
    severities: all(read, 'severity', wordShape),
    programmes: all(read, 'programme', wordShape),
    towns: all(read, 'town', divisionShape),
    ended: one(read, 'ended', /^(yes|no)$/) === 'yes',
    ...(assigned === null
      ? {}
      : { assignedTo: assigned === 'me' ? call.caller.accountId : needs(assigned, uuidShape) }),
    ...given('assignedArea', one(read, 'area', divisionShape)),
    ...given('householdId', one(read, 'household', uuidShape)),
    ...given('campaignId', one(read, 'campaign', uuidShape)),
    ...given('dueBy', one(read, 'due-by', dayShape)),
    ...(one(read, 'remind', /^yes$/) === null ? {} : { remindOn: dayOf(call.now().toISOString()) }),
    ...escalated(one(read, 'escalated', /^me$|^\d{2,12}$/), call),
    ...given(
      'overdueOn',
      one(read, 'overdue', /^(yes|no)$/) === 'yes' ? dayOf(call.now().toISOString()) : null,
    ),
  };
}

/** Those of which the caller's own offices were told, or another office. */
function escalated(
  value: string | null,
  { caller }: Pick<Call, 'caller'>,
): Pick<MatterFilter, 'escalatedTo'> {
  if (value === null) return {};
  if (value !== 'me') return { escalatedTo: [needs(value, divisionShape)] };
  return { escalatedTo: [...new Set(caller.appointments.map(({ area }) => area))] };
}

function all(read: Tokens, name: string, shape: RegExp): string[] {
  // Said twice is said once: each value is read by itself.
  return [...new Set(read[name])].map((value) => needs(value, shape));
}

function one(read: Tokens, name: string, shape: RegExp): string | null {
  const values = read[name] ?? [];
  if (values.length > 1) throw wrong();
  return values[0] === undefined ? null : needs(values[0], shape);
}

function needs(value: string, shape: RegExp): string {
  if (!shape.test(value) || (shape === dayShape && !isDay(value))) throw wrong();
  return value;
}

function isDay(on: string): boolean {
  const day = new Date(`${on}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(on);
}

function given<N extends string>(name: N, value: string | null): { readonly [K in N]?: string } {
  return value === null ? {} : ({ [name]: value } as { readonly [K in N]: string });
}

const wrong = (): ApiRefusal => new ApiRefusal('API-101', { fields: ['filter'] });
