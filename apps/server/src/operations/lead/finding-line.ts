import type { FindingLine } from '@yangguang/contract/lead-line';
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
  const { subjectName, summary } = findingWords(row, seesName);
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
    subjectName,
    period: row.period,
    summary,
    amountFen: row.amount_fen === null ? null : Number(row.amount_fen),
  };
}

/** Whom a finding is about and what it says, the person's name masked in both unless the caller sees it. */
export function findingWords(
  row: Pick<LeadRow, 'subject_kind' | 'subject_name' | 'summary_zh' | 'summary_en'>,
  seesName: boolean,
): Pick<Line, 'subjectName' | 'summary'> {
  const isShown = seesName || !personal.has(row.subject_kind);
  const mask = (text: string): string => (isShown ? text : maskNames(text, [row.subject_name]));
  return {
    subjectName: isShown ? row.subject_name : maskName(row.subject_name),
    summary: { zh: mask(row.summary_zh), en: mask(row.summary_en) },
  };
}

/** Subjects whose name is a person's; villages, towns and units are called what they are called. */
export const personal: ReadonlySet<string> = new Set(['person', 'household', 'account', 'official']);
