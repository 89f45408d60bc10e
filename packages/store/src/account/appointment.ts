import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { areIncompatible, type Role, roles } from '@yangguang/domain/people/role';
import type { Programme } from '@yangguang/domain/people/scope';
import { chinaDay } from '@yangguang/domain/words/china-day';
import type { Transaction } from '../database.ts';
import { every, sql } from '../sql.ts';
import { getAccount, isUnder } from './account.ts';
import { assertSecurityAdminRemains } from './last-security-admin.ts';
import type { Keeper } from './manage-account.ts';
import { endSessions } from './session.ts';
import { assertDivision } from './unit.ts';

export interface AppointmentRow {
  readonly id: string;
  readonly accountId: string;
  readonly role: Role;
  readonly area: string;
  /** Null: all. */
  readonly programmes: readonly Programme[] | null;
  readonly fromOn: string;
  /** Exclusive; null: until revoked. */
  readonly toOn: string | null;
  readonly grantedBy: string | null;
  readonly grantedAt: Date;
  readonly revokedAt: Date | null;
}

export type NewAppointment = Pick<
  AppointmentRow,
  'id' | 'accountId' | 'role' | 'area' | 'programmes' | 'fromOn' | 'toOn'
>;

const columns = sql`p.id, p.account_id as "accountId", p.role, p.area, p.programmes, p.from_on as "fromOn",
  p.to_on as "toOn", p.granted_by as "grantedBy", p.granted_at as "grantedAt", p.revoked_at as "revokedAt"`;

/**
 * Appoints somebody. Roles that watch each other are refused for any overlap of their periods, wherever the areas lie.
 * @throws UserError ACC-120 account unknown or elsewhere · ACC-124 oneself · ACC-125 incompatible · ACC-126 no such
 *   area · ACC-127 period · ACC-129 outside one's own areas · ACC-134 the id stands for another appointment
 */
export async function grantAppointment(
  tx: Transaction,
  wanted: NewAppointment,
  by: Keeper,
  now: Date,
): Promise<void> {
  await getAccount(tx, wanted.accountId, by.areas);
  if (wanted.accountId === by.accountId) throw accountRefusal('ACC-124');
  if (!by.areas.some((area) => wanted.area.startsWith(area))) throw accountRefusal('ACC-129');
  await assertDivision(tx, wanted.area);
  const earlier = await tx.find<AppointmentRow>(
    sql`select ${columns} from appointment p where id = ${wanted.id}`,
  );
  if (earlier !== null) return assertSame(earlier, wanted);
  if (wanted.fromOn < chinaDay(now) || (wanted.toOn !== null && wanted.toOn <= wanted.fromOn))
    throw accountRefusal('ACC-127');
  await insertAppointment(tx, wanted, by.accountId, now);
}

/** Writes an appointment down, once the incompatible roles are ruled out. @throws UserError ACC-125 */
export async function insertAppointment(
  tx: Transaction,
  wanted: NewAppointment,
  grantedBy: string | null,
  now: Date,
): Promise<void> {
  // Two grants to one person at the same moment must see each other.
  await tx.run(sql`select 1 from account where id = ${wanted.accountId} for update`);
  await assertCompatible(tx, wanted);
  await tx.run(sql`
    insert into appointment (id, account_id, role, area, programmes, from_on, to_on, granted_by, granted_at)
    values (${wanted.id}, ${wanted.accountId}, ${wanted.role}, ${wanted.area}, ${wanted.programmes}, ${wanted.fromOn},
      ${wanted.toOn}, ${grantedBy}, ${now})`);
}

async function assertCompatible(tx: Transaction, wanted: NewAppointment): Promise<void> {
  const held = await tx.rows<{ role: Role }>(sql`
    select distinct role from appointment where account_id = ${wanted.accountId} and revoked_at is null
      and (to_on is null or to_on > ${wanted.fromOn}::date)
      and (${wanted.toOn}::date is null or from_on < ${wanted.toOn}::date) order by role`);
  const other = held.find(({ role }) => areIncompatible(role, wanted.role))?.role;
  if (other === undefined) return;
  const { zh: roleZh, en: roleEn } = roles[wanted.role];
  const { zh: otherZh, en: otherEn } = roles[other];
  throw accountRefusal('ACC-125', { roleZh, roleEn, otherZh, otherEn });
}

function assertSame(stored: AppointmentRow, wanted: NewAppointment): void {
  const content = ({ accountId, role, area, programmes, fromOn, toOn }: NewAppointment): string =>
    JSON.stringify([accountId, role, area, programmes, fromOn, toOn]);
  if (content(stored) !== content(wanted)) throw accountRefusal('ACC-134');
}

/**
 * Ends an appointment now. Sessions go on with what is left; without any, they end.
 * @throws UserError ACC-124 oneself · ACC-128 the last security administrator · ACC-130 unknown, over, or elsewhere
 */
export async function revokeAppointment(tx: Transaction, id: string, by: Keeper, now: Date): Promise<void> {
  const found = await tx.find<AppointmentRow>(sql`
    select ${columns} from appointment p join account a on a.id = p.account_id left join unit u on u.id = a.unit_id
    where p.id = ${id} and p.revoked_at is null and ${isUnder(sql`p.area`, by.areas)}
      and ${isUnder(sql`coalesce(u.area, '')`, by.areas)}`);
  if (found === null) throw accountRefusal('ACC-130');
  if (found.accountId === by.accountId) throw accountRefusal('ACC-124');
  if (found.role === 'securityAdmin')
    await assertSecurityAdminRemains(tx, { without: { appointmentId: id } }, now);
  await tx.run(sql`
    update appointment set revoked_at = ${now}, revoked_by = ${by.accountId} where id = ${id} and revoked_at is null`);
  const rest = await tx.find(sql`
    select 1 as some from appointment where account_id = ${found.accountId} and revoked_at is null
      and (to_on is null or to_on > ${chinaDay(now)}::date) limit 1`);
  if (rest === null) await endSessions(tx, found.accountId, { except: null }, now);
}

/** Appointments of these areas, the newest first; those that are over only when asked for. @param after id of the last seen */
export function listAppointments(
  tx: Transaction,
  areas: readonly string[],
  filter: { readonly accountId?: string | undefined; readonly withEnded: boolean },
  page: { readonly after: string | null; readonly limit: number; readonly now: Date },
): Promise<AppointmentRow[]> {
  const conditions = [
    isUnder(sql`p.area`, areas),
    isUnder(sql`coalesce(u.area, '')`, areas),
    sql`p.kind = 'regular'`,
  ];
  if (filter.accountId !== undefined) conditions.push(sql`p.account_id = ${filter.accountId}`);
  if (!filter.withEnded)
    conditions.push(sql`p.revoked_at is null and (p.to_on is null or p.to_on > ${chinaDay(page.now)}::date)`);
  if (page.after !== null)
    conditions.push(
      sql`(p.granted_at, p.id) < (select granted_at, id from appointment where id = ${page.after})`,
    );
  return tx.rows<AppointmentRow>(sql`
    select ${columns} from appointment p join account a on a.id = p.account_id left join unit u on u.id = a.unit_id
    where ${every(conditions)} order by p.granted_at desc, p.id desc limit ${page.limit}`);
}
