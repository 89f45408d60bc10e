import type { SourceWords } from '@yangguang/engine/import/describe-sources';
import type { Transaction } from '@yangguang/store/database';
import { findHousehold, type HouseholdRow, openHousehold } from '@yangguang/store/household/find-household';
import type { LeadRow } from '@yangguang/store/lead/lead-row';
import type { Call } from '../../http/call.ts';
import { type KeptRow, plain, roleOf } from './evidence-row.ts';

/**
 * The subject as the household's card here has him, where no roll stands among the rows that prove the lead: something
 * must stand on the left. None when the lead is about no person, or the card does not know him.
 */
export async function memberRow(
  tx: Transaction,
  call: Pick<Call, 'reach' | 'vault' | 'policy'>,
  { household_id: householdId, subject_kind: kind }: Pick<LeadRow, 'household_id' | 'subject_kind'>,
  subjectId: string | null,
  rows: readonly KeptRow[],
): Promise<KeptRow[]> {
  if (kind !== 'person' || householdId === null || subjectId === null) return [];
  if (rows.length === 0 || rows.some((row) => isOnRoll(row, subjectId))) return [];
  const household = await findHousehold(tx, call.reach, householdId);
  const fields = household === null ? null : memberFields(call, household, subjectId);
  if (fields === null) return [];
  const source = cardWords(call.policy.findSource('dibao_member'), Object.keys(fields));
  return [{ dataset: 'dibao_member', file: '', sheet: '', row: '', isCard: true, source, fields }];
}

/** Columns of a member's row on a roll, as the card has them. */
function memberFields(
  { vault }: Pick<Call, 'vault'>,
  household: HouseholdRow,
  idNumber: string,
): KeptRow['fields'] | null {
  const secret = openHousehold(vault, household);
  const member = secret?.members.find((one) => one.idNumber === idNumber);
  if (secret === null || member === undefined) return null;
  return {
    ...{ name: member.name, id_number: member.idNumber, relation: member.relation },
    ...{ birth_on: member.birthOn, insured: member.isInsured, address: household.address },
    ...{ phone: secret.phones[0], account_no: secret.accounts[0]?.number },
  };
}

/** The roll's words for what a card has: a card is no list with empty columns. */
function cardWords(roll: SourceWords | null, columns: readonly string[]): SourceWords | null {
  if (roll === null) return null;
  return {
    ...roll,
    slots: roll.slots.filter(({ slot }) => slot === 'person'),
    columns: new Map([...roll.columns].filter(([column]) => columns.includes(column))),
  };
}

function isOnRoll(row: KeptRow, subjectId: string): boolean {
  const slots = row.source?.slots ?? [];
  return roleOf(row) === 'roster' && slots.some(({ id }) => plain(row.fields[id]) === subjectId);
}
