import { programmes } from '@yangguang/domain/people/scope';
import { lead as leadWorkflow } from '@yangguang/domain/workflows/lead';
import type { MatterFilter } from '@yangguang/store/matter/list-matters';
import { ApiRefusal } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';
import { filterOf } from '../matter/filter-of.ts';

/** What the values of a filter may look like: codes and days, so that no name or number of a person gets into one. */
const shapes: Readonly<Record<string, RegExp>> = {
  rule: /^[A-Z]{3}-\d{2}$/,
  state: new RegExp(`^(?:${Object.keys(leadWorkflow.states).join('|')})$`),
  severity: /^(?:info|suspect|serious)$/,
  programme: new RegExp(`^(?:${[...programmes, 'none'].join('|')})$`),
};

/**
 * The filter of a list of leads. Filters stand in addresses and in the audit.
 * @throws UserError API-101 when a value is none of those its name has
 */
export function leadFilter(tokens: readonly string[], call: Pick<Call, 'caller' | 'now'>): MatterFilter {
  for (const token of tokens) {
    const [name = '', ...rest] = token.split(':');
    if (shapes[name]?.test(rest.join(':')) === false) throw new ApiRefusal('API-101', { fields: ['filter'] });
  }
  return { ...filterOf(tokens, call), workflows: ['lead'] };
}
