import { createHash } from 'node:crypto';
import type { HandOverRules } from '../outputs/hand-over/write-hand-over.ts';
import type { RulePage } from '../pack/rule-page.ts';
import type { RunMeta } from './run-meta.ts';

/** What a server keeps of each rule: the version that ran, as a hash of query and parameter values, and its law. */
export function handOverRules(pages: readonly RulePage[], meta: RunMeta): HandOverRules {
  const manuals = new Map(meta.rules.map((manual) => [manual.rule, manual]));
  const hashOf = ({ id, sql }: RulePage): string =>
    createHash('sha256')
      .update(JSON.stringify([id, sql, manuals.get(id)?.parameters ?? []]))
      .digest('hex');
  return {
    hashes: new Map(pages.map((page) => [page.id, hashOf(page)])),
    basis: new Map(meta.rules.map(({ rule, basis }) => [rule, basis])),
  };
}
