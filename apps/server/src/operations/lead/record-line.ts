import type { lead } from '@yangguang/contract/lead';
import type { Output } from '@yangguang/contract/operation';
import { rateInterval } from '@yangguang/domain/sampling/rate-interval';
import type { RuleRecord } from '@yangguang/store/lead/rule-records';

type Line = Omit<Output<typeof lead.precision>['items'][number], 'rule' | 'title' | 'versions'>;

/** The record of a rule that has found nothing. */
export const noRecord: RuleRecord = {
  found: 0,
  dispatched: 0,
  verdicts: { confirmed: 0, partly: 0, innocent: 0, dataWrong: 0, identityWrong: 0 },
  confirmedFen: 0n,
};

/** What a rule may find is without end: those checked are a sample of it, and the plain interval of Wilson is theirs. */
const endless = 1e12;

/** A record as the wire carries it, with its precision. */
export function recordLine({ found, dispatched, verdicts, confirmedFen }: RuleRecord): Line {
  const { confirmed, partly, innocent, dataWrong, identityWrong } = verdicts;
  const right = confirmed + partly;
  const checked = right + innocent + dataWrong + identityWrong;
  return {
    ...{ found, dispatched, checked, confirmed, partly, innocent, dataWrong, identityWrong },
    confirmedFen: Number(confirmedFen),
    precision: rateInterval({ all: endless, checked, wrong: right }),
  };
}
