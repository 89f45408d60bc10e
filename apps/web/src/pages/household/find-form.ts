/** What is looked for, as typed. */
export interface Sought {
  readonly kind: 'id' | 'account' | 'phone' | 'name';
  readonly text: string;
  readonly reason: string;
}

export const startSought: Sought = { kind: 'id', text: '', reason: '' };

/** Digits a whole number has at least; the server knows exactly and says so. */
const shortest: Readonly<Record<Sought['kind'], number>> = { id: 15, account: 8, phone: 7, name: 2 };

/** Fields that cannot be sent as they are. */
export function findFaults({ kind, text, reason }: Sought): ('text' | 'reason')[] {
  const isShort = [...text.replace(/\s/gu, '')].length < shortest[kind];
  return [
    ...(isShort ? (['text'] as const) : []),
    ...(reason.trim().length < 4 ? (['reason'] as const) : []),
  ];
}
