import { readTyped } from './value-words.ts';

/** A proposal as it is typed. */
export interface Proposal {
  readonly typed: string;
  /** Words of a list that are ticked. */
  readonly chosen: readonly string[];
  readonly region: string;
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  readonly publishedOn: string;
}

type Why = 'valueMissing' | 'valueNumber' | 'dayMissing' | 'dayOrder' | 'basisMissing';

/** What has to be corrected before a proposal can be sent, field by field from the top. */
export function proposalFaults(
  unit: string,
  { typed, chosen, from, to, basis }: Proposal,
): { readonly field: 'value' | 'from' | 'to' | 'basis'; readonly why: Why }[] {
  const read = readTyped(unit, typed, chosen);
  const value = 'fault' in read ? (read.fault === 'empty' ? 'valueMissing' : 'valueNumber') : null;
  return [
    ...(value === null ? [] : [{ field: 'value' as const, why: value as Why }]),
    ...(from === '' ? [{ field: 'from' as const, why: 'dayMissing' as const }] : []),
    ...(to !== '' && to <= from ? [{ field: 'to' as const, why: 'dayOrder' as const }] : []),
    ...(basis.trim().length < 4 ? [{ field: 'basis' as const, why: 'basisMissing' as const }] : []),
  ];
}
