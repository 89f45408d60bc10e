import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import type { Role } from '@yangguang/domain/people/role';
import type { Programme } from '@yangguang/domain/people/scope';
import { normalizeUserName } from '@yangguang/domain/people/user-name';
import type { Transaction } from '../database.ts';
import { every, type Sql, sql } from '../sql.ts';
import { inForce } from './session.ts';

/** An account as administrators see it: nothing that opens it. */
export interface AccountRow {
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** Area of the unit; '' for those of the whole installation. */
  readonly area: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly lockedUntil: Date | null;
  readonly mustChangePassword: boolean;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly oidcSubject: string | null;
  readonly version: number;
}

/** A colleague, as those who assign work see one. */
export interface ColleagueRow {
  readonly id: string;
  readonly fullName: string;
  readonly unitName: string | null;
  readonly role: Role;
  readonly area: string;
  readonly programmes: readonly Programme[] | null;
}

/** The areas somebody administers: prefixes of division codes. An account belongs to the area of its unit. */
export function isUnder(area: Sql, areas: readonly string[]): Sql {
  return sql`exists (select 1 from unnest(${[...areas]}::text[]) as mine where starts_with(${area}, mine))`;
}

const columns = sql`a.id, a.user_name as "userName", a.full_name as "fullName", a.unit_id as "unitId",
  u.name as "unitName", coalesce(u.area, '') as area, a.created_at as "createdAt", a.disabled_at as "disabledAt",
  a.locked_until as "lockedUntil", a.must_change_password as "mustChangePassword",
  a.password is not null as "hasPassword", a.totp_confirmed_at is not null as "hasTotp",
  a.oidc_subject as "oidcSubject", a.version`;

/** @throws UserError ACC-120 when there is none in these areas: one that lies elsewhere is as good as none */
export async function getAccount(tx: Transaction, id: string, areas: readonly string[]): Promise<AccountRow> {
  const row = await tx.find<AccountRow>(sql`
    select ${columns} from account a left join unit u on u.id = a.unit_id
    where a.id = ${id} and ${isUnder(sql`coalesce(u.area, '')`, areas)}`);
  if (row === null) throw accountRefusal('ACC-120');
  return row;
}

/** The account of a user name, wherever it is. @throws UserError ACC-120 */
export async function getAccountByName(tx: Transaction, userName: string): Promise<AccountRow> {
  const row = await tx.find<AccountRow>(sql`
    select ${columns} from account a left join unit u on u.id = a.unit_id
    where a.user_name = ${normalizeUserName(userName)}`);
  if (row === null) throw accountRefusal('ACC-120');
  return row;
}

export interface AccountFilter {
  readonly unitId?: string | undefined;
  readonly state?: 'active' | 'disabled' | 'locked' | undefined;
}

/** Accounts of these areas by user name. @param after id of the last one seen */
export function listAccounts(
  tx: Transaction,
  areas: readonly string[],
  filter: AccountFilter,
  page: { readonly after: string | null; readonly limit: number; readonly now: Date },
): Promise<AccountRow[]> {
  const conditions = [isUnder(sql`coalesce(u.area, '')`, areas)];
  if (filter.unitId !== undefined) conditions.push(sql`a.unit_id = ${filter.unitId}`);
  if (filter.state === 'active') conditions.push(sql`a.disabled_at is null`);
  if (filter.state === 'disabled') conditions.push(sql`a.disabled_at is not null`);
  if (filter.state === 'locked') conditions.push(sql`a.locked_until > ${page.now}`);
  if (page.after !== null)
    conditions.push(sql`a.user_name > (select user_name from account where id = ${page.after})`);
  return tx.rows<AccountRow>(sql`
    select ${columns} from account a left join unit u on u.id = a.unit_id
    where ${every(conditions)} order by a.user_name limit ${page.limit}`);
}

/**
 * Colleagues in force who work in these areas, with unit and role: the only people a task can be given to. One line for
 * each appointment, so that two of the same name are told apart.
 * @param after id of the last appointment seen
 */
export function listColleagues(
  tx: Transaction,
  areas: readonly string[],
  filter: { readonly role?: Role | undefined; readonly area?: string | undefined },
  page: { readonly after: string | null; readonly limit: number; readonly now: Date },
): Promise<(ColleagueRow & { readonly appointmentId: string })[]> {
  const conditions = [
    sql`a.disabled_at is null and p.kind = 'regular'`,
    inForce(page.now),
    sql`p.role <> all (array['systemAdmin', 'securityAdmin', 'auditAdmin'])`,
    isUnder(sql`p.area`, areas),
  ];
  if (filter.role !== undefined) conditions.push(sql`p.role = ${filter.role}`);
  if (filter.area !== undefined) conditions.push(sql`starts_with(p.area, ${filter.area})`);
  if (page.after !== null) conditions.push(sql`p.id > ${page.after}`);
  return tx.rows(sql`
    select p.id as "appointmentId", a.id, a.full_name as "fullName", u.name as "unitName", p.role, p.area, p.programmes
    from appointment p join account a on a.id = p.account_id left join unit u on u.id = a.unit_id
    where ${every(conditions)} order by p.id limit ${page.limit}`);
}
