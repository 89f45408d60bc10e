import type { FindingLine } from '@yangguang/contract/lead';
import { maskName } from '@yangguang/domain/people/masking';
import type { LeadRow } from '@yangguang/store/lead/lead-row';
import { maskNames } from '@yangguang/store/lead/open-summary';
import type { z } from 'zod';
import type { Call } from '../../http/call.ts';

type Line = z.output<typeof FindingLine>;

/**
 * A finding as lists show it. Only what lies in plain columns: a page opens nothing that is sealed.
 * @param seesName the subject is assigned to the caller
 */
export function findingLine({ policy }: Pick<Call, 'policy'>, row: LeadRow, seesName: boolean): Line {
  const isPerson = personal.has(row.subject_kind);
  const mask = (text: string): string => (seesName || !isPerson ? text : maskNames(text, [row.subject_name]));
  return {
    leadId: row.id,
    matterId: row.matter_id,
    rule: row.rule,
    ruleTitle: policy.findRule(row.rule)?.title ?? { zh: row.rule, en: row.rule },
    family: row.family,
    severity: row.severity,
    identityTier: row.identity_tier,
    grade: row.grade,
    subjectKind: row.subject_kind,
    subjectName: seesName || !isPerson ? row.subject_name : maskName(row.subject_name),
    period: row.period,
    summary: { zh: mask(row.summary_zh), en: mask(row.summary_en) },
    amountFen: row.amount_fen === null ? null : Number(row.amount_fen),
  };
}

/** Subjects whose name is a person's; villages, towns and units are called what they are called. */
export const personal: ReadonlySet<string> = new Set(['person', 'household', 'account', 'official']);
