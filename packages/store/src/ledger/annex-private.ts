import { householdContext, type HouseholdPrivate } from '../household/household.ts';
import type { LeadPrivate } from '../lead/lead-private.ts';
import { leadContext } from '../lead/lead-row.ts';
import type { Vault } from '../vault.ts';

/** What is personal about a household, opened; null where nothing is held. */
export function openHouseholdPrivate(
  vault: Pick<Vault, 'open'>,
  id: string | null,
  held: Buffer | null,
): HouseholdPrivate | null {
  return id === null || held === null ? null : (vault.open(held, householdContext(id)) as HouseholdPrivate);
}

/** What only the lead itself may show, opened; null where nothing is held. */
export function openLeadPrivate(
  vault: Pick<Vault, 'open'>,
  leadId: string | null,
  held: Buffer | null,
): LeadPrivate | null {
  return leadId === null || held === null || held.length === 0
    ? null
    : (vault.open(held, leadContext(leadId)) as LeadPrivate);
}
