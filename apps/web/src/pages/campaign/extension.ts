/** What is typed to extend a phase. */
export interface Extension {
  readonly stepId: string;
  readonly way: 'days' | 'day';
  readonly days: string;
  readonly on: string;
  readonly reason: string;
  /** Id of the document that approves it. */
  readonly document: string;
}

type FaultText = 'needDays' | 'needDay' | 'needReason' | 'needDocument';

/** Until when, as the server takes it; null while it is not told. */
export function untilOf({ way, days, on }: Extension): { on: string } | { workingDays: number } | null {
  if (way === 'day') return /^\d{4}-\d\d-\d\d$/.test(on) ? { on } : null;
  const workingDays = /^\d{1,3}$/.test(days.trim()) ? Number(days) : 0;
  return workingDays >= 1 && workingDays <= 120 ? { workingDays } : null;
}

/** What is missing, with the field to go to. */
export function extensionFaults(draft: Extension): { id: string; text: FaultText }[] {
  const isTimed = untilOf(draft) !== null;
  return [
    ...(isTimed || draft.way !== 'days' ? [] : [{ id: 'extend-days', text: 'needDays' as const }]),
    ...(isTimed || draft.way !== 'day' ? [] : [{ id: 'extend-on', text: 'needDay' as const }]),
    ...(draft.reason.trim().length >= 2 ? [] : [{ id: 'extend-reason', text: 'needReason' as const }]),
    ...(draft.document === '' ? [{ id: 'extend-document', text: 'needDocument' as const }] : []),
  ];
}
