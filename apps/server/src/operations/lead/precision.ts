import { readTokens } from '@yangguang/contract/filter-token';
import { lead } from '@yangguang/contract/lead';
import type { Output } from '@yangguang/contract/operation';
import {
  addRecords,
  type RuleRecord,
  ruleRecords,
  type VersionRecord,
} from '@yangguang/store/lead/rule-records';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { uuidShape } from '../cursor.ts';
import { noRecord, recordLine } from './record-line.ts';

type Item = Output<typeof lead.precision>['items'][number];

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
    ...recordLine(versions.reduce<RuleRecord>((all, one) => addRecords(all, one), noRecord)),
    versions: versions.map((one) => ({
      ruleHash: one.ruleHash,
      packVersions: [...one.packVersions],
      ...recordLine(one),
    })),
  }));
}
