import { readTokens } from '@yangguang/contract/filter-token';
import { lead } from '@yangguang/contract/lead';
import type { Output } from '@yangguang/contract/operation';
import { rateInterval } from '@yangguang/domain/sampling/rate-interval';
import {
  addRecords,
  type RuleRecord,
  ruleRecords,
  type VersionRecord,
} from '@yangguang/store/lead/rule-records';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { uuidShape } from '../cursor.ts';

type Item = Output<typeof lead.precision>['items'][number];
type Line = Omit<Item, 'rule' | 'title' | 'versions'>;

export const precision = handle(lead.precision, async ({ filter }, call) => {
  const { rule: rules = [], campaign: campaigns = [] } = readTokens(filter);
  if (!rules.every((one) => /^[A-Z]{3}-\d{2}$/.test(one)) || !campaigns.every((one) => uuidShape.test(one)))
    throw new ApiRefusal('API-101', { fields: ['filter'] });
  const found = await call.db.within(call.reach, (tx) => ruleRecords(tx, call.reach, { rules, campaigns }));
  call.note({ filter, rules: new Set(found.map((one) => one.rule)).size });
  return { items: byRule(call, found) };
});

function byRule({ policy }: Pick<Call, 'policy'>, found: readonly VersionRecord[]): Item[] {
  const rules = new Map<string, VersionRecord[]>();
  for (const one of found) rules.set(one.rule, [...(rules.get(one.rule) ?? []), one]);
  return [...rules].map(([rule, versions]) => ({
    rule,
    title: policy.findRule(rule)?.title ?? { zh: rule, en: rule },
    ...lineOf(versions.reduce<RuleRecord>((all, one) => addRecords(all, one), nothing)),
    versions: versions.map((one) => ({
      ruleHash: one.ruleHash,
      packVersions: [...one.packVersions],
      ...lineOf(one),
    })),
  }));
}

const nothing: RuleRecord = {
  found: 0,
  dispatched: 0,
  verdicts: { confirmed: 0, partly: 0, innocent: 0, dataWrong: 0, identityWrong: 0 },
  confirmedFen: 0n,
};

/** What a rule may find is without end: those checked are a sample of it, and the plain interval of Wilson is theirs. */
const endless = 1e12;

function lineOf({ found, dispatched, verdicts, confirmedFen }: RuleRecord): Line {
  const { confirmed, partly, innocent, dataWrong, identityWrong } = verdicts;
  const right = confirmed + partly;
  const checked = right + innocent + dataWrong + identityWrong;
  return {
    ...{ found, dispatched, checked, confirmed, partly, innocent, dataWrong, identityWrong },
    confirmedFen: Number(confirmedFen),
    precision: rateInterval({ all: endless, checked, wrong: right }),
  };
}
