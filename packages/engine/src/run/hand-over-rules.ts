import { createHash } from 'node:crypto';
import type { HandOverRules } from '../outputs/hand-over/write-hand-over.ts';
import type { RulePage } from '../pack/rule-page.ts';
import type { RuleManual, RunMeta } from './run-meta.ts';

/** Version of a rule as it runs: a hash of its query and the values of its parameters, in the order of its page. */
export function ruleHash(
  { id, sql }: Pick<RulePage, 'id' | 'sql'>,
  parameters: RuleManual['parameters'],
): string {
  return createHash('sha256')
    .update(JSON.stringify([id, sql, parameters]))
    .digest('hex');
}

/** What a server keeps of each rule: the version that ran, as a hash of query and parameter values, and its law. */
export function handOverRules(pages: readonly RulePage[], meta: RunMeta): HandOverRules {
  const manuals = new Map(meta.rules.map((manual) => [manual.rule, manual]));
  return {
    hashes: new Map(pages.map((page) => [page.id, ruleHash(page, manuals.get(page.id)?.parameters ?? [])])),
    basis: new Map(meta.rules.map(({ rule, basis }) => [rule, basis])),
  };
}
