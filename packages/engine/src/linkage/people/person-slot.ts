/** A place in a data set where a person stands: its name and number columns, and what else the row tells of him. */
export interface PersonSlot {
  readonly table: string;
  readonly slot: string;
  readonly name: string;
  readonly id: string;
  /** Columns of the table, so that optional ones are asked for only where they exist. */
  readonly columns: ReadonlySet<string>;
}

/**
 * How much a data set's word counts when several name one person, best first. The rolls are the office's own word on
 * its recipients; the police register comes next; everything else follows.
 */
const trust = [
  'dibao_member',
  'dibao_household',
  'tekun_person',
  'edge_household',
  'child_roster',
  'disability_subsidy',
  'elder_subsidy',
  'hukou',
  'disability_certificate',
  'poverty_register',
  'payment',
  'application',
  'rejected_application',
  'exit_record',
  'temporary_relief',
];

export function priorityOf(table: string): number {
  const place = trust.indexOf(table);
  return place < 0 ? trust.length : place;
}

/** Large lists of strangers: only rows about people the office has reason to look at are followed. */
const large = [
  'hukou',
  'marriage',
  'vehicle',
  'real_estate',
  'business',
  'social_insurance',
  'pension',
  'housing_fund',
  'income_tax',
  'fiscal_payroll',
  'public_post',
  'veteran_benefit',
];

export const isLargeList = (table: string): boolean => large.includes(table);

/** Lists in which a row that belongs to nobody known is of no use; household mates and officials stay people of their own. */
export const strangers = large.filter((table) => table !== 'hukou' && table !== 'fiscal_payroll');

const only = (slot: PersonSlot, column: string, type: string): string =>
  slot.columns.has(column) ? column : `null::${type}`;

/** Place and other facts of the row belong to its main person, not to a guardian or handler named beside him. */
const ownsRow = (slot: PersonSlot): boolean =>
  slot.slot === 'person' || slot.slot === 'recipient' || (slot.slot === 'head' && slot.table !== 'hukou');

/** The columns every mention has, as SQL over the slot's table. */
export function mentionColumns(slot: PersonSlot): string {
  const own = (column: string, type: string): string =>
    ownsRow(slot) ? only(slot, column, type) : `null::${type}`;
  const birth = slot.slot === 'person' ? only(slot, 'birth_on', 'date') : 'null::date';
  const sex = slot.slot === 'person' ? only(slot, 'sex', 'varchar') : 'null::varchar';
  const place = (column: string): string =>
    ownsRow(slot) || slot.slot === 'head' || slot.slot === 'guardian' || slot.slot === 'proxy'
      ? only(slot, column, 'varchar')
      : 'null::varchar';
  return [
    `${slot.name} as name`,
    `${slot.id} as id_text`,
    `coalesce(${slot.id}_state, 'missing') as id_state`,
    `${birth} as birth_on`,
    `${sex} as sex`,
    `${place('town')} as town`,
    `${place('village')} as village`,
    `${own('group_name', 'varchar')} as group_name`,
    `${own('address', 'varchar')} as address`,
    `${own('phone', 'varchar')} as phone`,
    `${own('account_no', 'varchar')} as account_no`,
  ].join(', ');
}

/** Rows that say the same of the same person share this key, so each is compared once. */
export const groupKey = (slot: PersonSlot): string =>
  `hash('${slot.table}', '${slot.slot}', name, id_text, id_state, birth_on, town, village${
    slot.table === 'payment' ? ', account_no' : ''
  })`;
