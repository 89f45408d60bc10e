/** The families of rules, and on which side of the report their leads stand. */
export const families = {
  IDQ: { side: 'quality' },
  INC: { side: 'wrong_inclusion' },
  OMI: { side: 'omission' },
  KIN: { side: 'kinship' },
  HHS: { side: 'quality' },
  PAY: { side: 'payment' },
  PXY: { side: 'proxy' },
  STD: { side: 'standard' },
} as const;

export type RuleFamily = keyof typeof families;

export const isFamily = (code: string): code is RuleFamily => Object.hasOwn(families, code);
