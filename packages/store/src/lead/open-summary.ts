import { hidden, maskName } from '@yangguang/domain/people/masking';
import { maskId } from '@yangguang/domain/words/id-number';
import type { LeadPrivate } from './lead-private.ts';

/** Columns whose values are names of people. */
export const nameColumn =
  /^(?!(?:group|unit|bank|school|place|project|company|institution|village|town|county)_name$)(?:\w+_)?name$|^(?:investigator|handler|withholder|shareholder|carer|guardian|helper|payee)(?:_\d)?$|姓名|户主$/u;

/** Columns about health: never shown beside a finding, and never kept in the clear. */
export const healthColumn =
  /health|disab|diagnos|illness|disease|medical|hospital|self_care|labour|pregnan|^cause$|健康|残疾|病/iu;

/**
 * The sentence of a finding that may lie in a plain column: numbers of people masked, names but the subject's own as
 * 张*, and nothing at all when the rule speaks of somebody's health. The whole sentence is sealed with the evidence.
 */
export function openSummary(text: string, subjectName: string, secret: LeadPrivate): string {
  const facts = Object.entries(secret.facts ?? {});
  if (facts.some(([column, value]) => healthColumn.test(column) && isSaid(value))) return '';
  const names = facts.flatMap(([column, value]) =>
    nameColumn.test(column) && typeof value === 'string' && value !== subjectName ? [value] : [],
  );
  return maskNames(maskNumbers(text), names);
}

/** Every run of digits that may be a number of a person: identity (whole or damaged), account, telephone. */
export function maskNumbers(text: string): string {
  return text.replace(/(?<![0-9A-Za-z])\d{11,}[\dXx]?(?![0-9A-Za-z])/gu, (run) => {
    if (/^1[3-9]\d{9}$/u.test(run)) return `${run.slice(0, 3)}****${run.slice(-4)}`;
    if (/^\d{15}(?:\d{2}[\dXx])?$/u.test(run)) return maskId(run);
    return `${'*'.repeat(run.length - 4)}${run.slice(-4)}`;
  });
}

/** The names as 张*, the longest first, so that a name within a name is not left half. */
export function maskNames(text: string, names: readonly string[]): string {
  const longestFirst = [...new Set(names)]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
  return longestFirst.reduce((all, name) => all.replaceAll(name, maskName(name)), text);
}

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && value !== hidden;
}
