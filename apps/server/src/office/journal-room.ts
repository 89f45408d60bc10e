import { workflows } from '@yangguang/domain/workflows/all';
import { clocksOf, dayOf, type Limit, type LimitLookup } from '@yangguang/domain/workflows/clocks';
import { statedByPolicy } from '@yangguang/domain/workflows/field';
import { refusalError } from '@yangguang/domain/workflows/refusal-words';
import type { Room } from '@yangguang/store/journal/room';
import { stateFacts } from '@yangguang/store/matter/state-facts';
import type { Office } from '../http/call.ts';
import { readingOf } from './reading-of.ts';

const units: readonly string[] = [
  'workingDays',
  'days',
  'hours',
  'months',
  'years',
] satisfies Limit['unit'][];

/** What writing the journal takes, from what the office shares. */
export function journalRoom(office: Pick<Office, 'vault' | 'policy' | 'newId' | 'now'>): Room {
  const { vault, policy, newId, now } = office;
  return {
    vault,
    workflows,
    newId,
    now,
    refuse: refusalError,
    stateFacts: (tx, matter, facts) =>
      stateFacts(tx, matter, facts, {
        now: now(),
        months: (parameter) => {
          const found = policy.find(parameter, matter.region, dayOf(now().toISOString()));
          return typeof found?.value === 'number' ? found.value : null;
        },
      }),
    stateOpening: (workflow, region, on) =>
      statedByPolicy(workflow.opening.asks, (parameter) => policy.find(parameter, region, on)?.value ?? null),
    readClock: ({ workflow, steps, facts, region, openedAt, told = [] }) =>
      readingOf(clocksOf(workflow, openedAt.toISOString(), steps, facts, limitsOf(office, region)), told),
  };
}

/** The time limits of the policy pack in a division. */
export function limitsOf({ policy }: Pick<Office, 'policy'>, region: string): LimitLookup {
  return {
    calendar: policy.calendar,
    limit: (parameter, on) => {
      const found = policy.find(parameter, region, on);
      if (found === null || typeof found.value !== 'number' || !units.includes(found.unit)) return null;
      return { n: found.value, unit: found.unit as Limit['unit'] };
    },
  };
}
