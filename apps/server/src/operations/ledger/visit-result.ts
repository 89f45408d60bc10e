import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { AnnexCase, RejectedRow } from '@yangguang/store/ledger/annex-rows';
import type { Derived } from './ledger-cell.ts';

const byDecision: Readonly<Record<string, Bilingual>> = {
  add: { zh: '符合条件，已纳入', en: 'Qualifies; added' },
  restore: { zh: '符合条件，已恢复', en: 'Qualifies; restored' },
  increase: { zh: '符合，已增发', en: 'Qualifies; increased' },
  reduce: { zh: '符合，已减发', en: 'Qualifies; reduced' },
  keep: { zh: '符合，继续保障', en: 'Qualifies; kept' },
  convert: { zh: '符合，已转类', en: 'Qualifies; converted' },
  phaseOut: { zh: '不再符合，渐退', en: 'No longer qualifies; phased out' },
  stop: { zh: '不符合，已停发', en: 'Does not qualify; stopped' },
  refuse: { zh: '不符合，不予批准', en: 'Does not qualify; refused' },
};

/**
 * What came of looking: the decision in effect; else that one is under way, or what the visit found. A visit that has not
 * been accepted says nothing about the household, and a lead alone says nothing at all.
 */
export function visitResult({
  visit_state: visit,
  decision_kind: decision,
  is_deciding: isDeciding,
  confirmed,
}: AnnexCase): Derived {
  const decided = decision === null ? undefined : byDecision[decision];
  if (decided !== undefined && visit !== null) return { text: decided };
  if (isDeciding && confirmed > 0)
    return { text: { zh: '核查属实，正在办理决定', en: 'Found so; a decision is under way' } };
  if (visit === 'accepted')
    return confirmed > 0
      ? { text: { zh: '有属实疑点，待处理', en: 'A lead was confirmed; to be dealt with' } }
      : { text: { zh: '符合', en: 'Qualifies' } };
  if (visit === 'unsuccessful') return { text: { zh: '未能核查', en: 'Visit without result' } };
  return visit === null ? null : { text: { zh: '核查中', en: 'Being visited' } };
}

const byVerdict: Readonly<Record<string, Bilingual>> = {
  confirmed: { zh: '达到救助条件，待办理', en: 'Qualifies; to be dealt with' },
  partly: { zh: '部分达到救助条件，待办理', en: 'Qualifies in part; to be dealt with' },
  innocent: { zh: '未达到救助条件，维持原决定', en: 'Does not qualify; the refusal stands' },
};

/** The same for an application that was refused: whether it qualifies after all. */
export function recheckResult(row: AnnexCase & Pick<RejectedRow, 'lead_verdict'>): Derived {
  const found = row.lead_verdict === null ? undefined : byVerdict[row.lead_verdict];
  if (row.decision_kind !== null || found === undefined) return visitResult(row);
  return { text: found };
}
