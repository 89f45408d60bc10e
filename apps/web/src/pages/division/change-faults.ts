type Why = 'nameMissing' | 'intoMissing' | 'dayMissing' | 'reasonMissing';

/** What has to be corrected before a change of a division can be sent, from the top. */
export function changeFaults(
  kind: 'rename' | 'merge' | 'add',
  typed: { readonly target?: string; readonly effectiveOn: string; readonly reason: string },
): { readonly field: 'target' | 'effectiveOn' | 'reason'; readonly why: Why }[] {
  const isTargetless = kind !== 'add' && (typed.target ?? '').trim() === '';
  const missing: Why = kind === 'rename' ? 'nameMissing' : 'intoMissing';
  return [
    ...(isTargetless ? [{ field: 'target' as const, why: missing }] : []),
    ...(typed.effectiveOn === '' ? [{ field: 'effectiveOn' as const, why: 'dayMissing' as const }] : []),
    ...(typed.reason.trim().length < 4 ? [{ field: 'reason' as const, why: 'reasonMissing' as const }] : []),
  ];
}
