import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import type { Role } from '@yangguang/domain/people/role';
import type { Programme } from '@yangguang/domain/people/scope';
import { chinaDay } from '@yangguang/domain/words/china-day';
import type { Transaction } from '../database.ts';
import { every, sql } from '../sql.ts';
import { type AccountPolicy, after } from './account-policy.ts';
import { isUnder } from './account.ts';
import { assertDivision } from './unit.ts';

/** A look outside one's own area, in an emergency: an appointment of some hours, to read only. */
export interface GlassRow {
  readonly id: string;
  readonly accountId: string;
  readonly fullName: string;
  readonly unitName: string | null;
  readonly role: Role;
  readonly area: string;
  readonly reason: string;
  readonly brokenAt: Date;
  readonly expiresAt: Date;
  readonly seenAt: Date | null;
}

export interface NewGlass {
  readonly id: string;
  readonly area: string;
  readonly reason: string;
  /** The appointment of one's own under which one looks. */
  readonly held: { readonly role: Role; readonly programmes: readonly Programme[] | null };
}

/**
 * Breaks the glass. The owners of the area find it on their list until one of them has taken note of it.
 * @returns until when it holds
 * @throws UserError ACC-126 no such area · ACC-134 the id stands for something else
 */
export async function breakGlass(
  tx: Transaction,
  accountId: string,
  glass: NewGlass,
  policy: AccountPolicy,
  now: Date,
): Promise<Date> {
  await assertDivision(tx, glass.area);
  const expiresAt = after(now, { hours: policy.breakGlassHours });
  const made = await tx.run(sql`
    insert into appointment (id, account_id, role, area, programmes, from_on, granted_by, granted_at, kind, reason,
      expires_at)
    values (${glass.id}, ${accountId}, ${glass.held.role}, ${glass.area}, ${glass.held.programmes}, ${chinaDay(now)},
      ${accountId}, ${now}, 'breakGlass', ${glass.reason.trim()}, ${expiresAt}) on conflict (id) do nothing`);
  if (made === 1) return expiresAt;
  const same = await tx.find<{ expiresAt: Date }>(sql`
    select expires_at as "expiresAt" from appointment where id = ${glass.id} and account_id = ${accountId}
      and kind = 'breakGlass' and area = ${glass.area} and role = ${glass.held.role}
      and reason = ${glass.reason.trim()}`);
  if (same === null) throw accountRefusal('ACC-134');
  return same.expiresAt;
}

/**
 * Broken glasses that touch these areas: within them, or reaching over them from above. The newest first.
 * @param after id of the last one seen
 */
export function listGlasses(
  tx: Transaction,
  areas: readonly string[],
  filter: { readonly onlyUnseen: boolean },
  page: { readonly after: string | null; readonly limit: number },
): Promise<GlassRow[]> {
  const conditions = [sql`p.kind = 'breakGlass'`, touches(areas)];
  if (filter.onlyUnseen) conditions.push(sql`p.seen_at is null`);
  if (page.after !== null)
    conditions.push(
      sql`(p.granted_at, p.id) < (select granted_at, id from appointment where id = ${page.after})`,
    );
  return tx.rows<GlassRow>(sql`
    select p.id, p.account_id as "accountId", a.full_name as "fullName", u.name as "unitName", p.role, p.area,
      p.reason, p.granted_at as "brokenAt", p.expires_at as "expiresAt", p.seen_at as "seenAt"
    from appointment p join account a on a.id = p.account_id left join unit u on u.id = a.unit_id
    where ${every(conditions)} order by p.granted_at desc, p.id desc limit ${page.limit}`);
}

/** An owner of the area takes note. Nobody takes note of one's own. @throws UserError ACC-130 */
export async function noteGlass(
  tx: Transaction,
  id: string,
  by: { readonly accountId: string; readonly areas: readonly string[] },
  now: Date,
): Promise<void> {
  const noted = await tx.run(sql`
    update appointment p set seen_at = coalesce(seen_at, ${now}), seen_by = coalesce(seen_by, ${by.accountId})
    where id = ${id} and kind = 'breakGlass' and account_id <> ${by.accountId} and ${touches(by.areas)}`);
  if (noted === 0) throw accountRefusal('ACC-130');
}

function touches(areas: readonly string[]) {
  return sql`(${isUnder(sql`p.area`, areas)}
    or exists (select 1 from unnest(${[...areas]}::text[]) as mine where starts_with(mine, p.area)))`;
}
