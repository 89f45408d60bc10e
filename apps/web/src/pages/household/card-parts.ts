import type { Got } from '../../api/use-api.tsx';

export type Card = Got<'household.get'>;
export type CardLead = Card['leads'][number];
export type Beside = Card['combinations'][number];

/** Pairs of benefits that the household has both of and that may not, or not without more, stand side by side. */
export function doubtfulPairs(combinations: readonly Beside[]): Beside[] {
  return combinations.filter(({ is, isReceived }) => isReceived && is !== 'allowed');
}

/** Leads by what is to be done: open ones first, each part in the server's order (by severity). */
export function sortLeads(leads: readonly CardLead[]): CardLead[] {
  return [...leads.filter(({ isEnded }) => !isEnded), ...leads.filter(({ isEnded }) => isEnded)];
}

/** Other leads of the household than the one at hand, those that still run. */
export function otherOpenLeads(leads: readonly CardLead[], matterId: string): CardLead[] {
  return leads.filter((one) => one.matterId !== matterId && !one.isEnded);
}
