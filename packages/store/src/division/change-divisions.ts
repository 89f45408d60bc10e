import type { Transaction } from '../database.ts';
import { policyRefusal } from '../policy/policy-refusals.ts';
import { sql } from '../sql.ts';
import { settlePlaces } from '../run/settle-places.ts';

/** A division with what has become of it. */
export interface DivisionRow {
  readonly code: string;
  readonly name: string;
  /** Of this office's own list, or numbered here: it may be renamed. */
  readonly is_local: boolean;
  /** 'YYYY-MM-DD' */
  readonly ended_on: string | null;
  readonly successor: string | null;
}

/** A change as it was made. */
export interface DivisionChangeRow {
  readonly id: string;
  readonly region: string;
  readonly kind: 'added' | 'renamed' | 'merged';
  readonly old_name: string | null;
  readonly new_name: string | null;
  readonly successor: string | null;
  readonly effective_on: string;
  readonly reason: string;
  readonly changed_by: string;
  readonly changed_at: Date;
}

/** Who changes it, from which day on, and why. */
export interface Changer {
  readonly accountId: string;
  readonly at: Date;
  /** 'YYYY-MM-DD' */
  readonly effectiveOn: string;
  readonly reason: string;
  readonly newId: () => string;
}

/** A place to be added: a village of a town, or (village null) a town; with its published code where there is one. */
export interface NewPlace {
  readonly town: string;
  readonly village: string | null;
  readonly code: string | null;
}

/** Divisions directly below one, by code, those that are no more among them. @param of 4, 6 or 9 digits */
export function divisionsIn(tx: Transaction, of: string): Promise<DivisionRow[]> {
  const length = of.length === 4 ? 6 : of.length + 3;
  return tx.rows<DivisionRow>(sql`
    select code, name, is_local, ended_on, successor from division
    where starts_with(code, ${of}) and length(code) = ${length} order by code collate "C"`);
}

export function findDivision(tx: Transaction, code: string): Promise<DivisionRow | null> {
  return tx.find<DivisionRow>(
    sql`select code, name, is_local, ended_on, successor from division where code = ${code}`,
  );
}

/** What was changed below a division, the newest first. @param after id of the last one seen */
export function listDivisionChanges(
  tx: Transaction,
  region: string,
  page: { readonly after: string | null; readonly limit: number },
): Promise<DivisionChangeRow[]> {
  const after =
    page.after === null
      ? sql`true`
      : sql`(c.changed_at, c.id) < (select changed_at, id from division_change where id = ${page.after})`;
  return tx.rows<DivisionChangeRow>(sql`
    select c.id, c.region, c.kind, c.old_name, c.new_name, c.successor, c.effective_on, c.reason, c.changed_by, c.changed_at
    from division_change c where starts_with(c.region, ${region}) and ${after}
    order by c.changed_at desc, c.id desc limit ${page.limit}`);
}

/**
 * Adds towns and villages of a county that are not there yet, by name; those without a published code get a number of
 * this installation's own. What is there already stays as it is.
 * @returns ids of the changes, one for each division that was added
 */
export async function addPlaces(
  tx: Transaction,
  county: string,
  places: readonly NewPlace[],
  by: Changer,
): Promise<string[]> {
  const before = new Set((await codesIn(tx, county)).map(({ code }) => code));
  for (const { town, village, code } of places)
    if (code !== null && !before.has(code))
      await tx.run(sql`insert into division (code, name, is_local) values (${code}, ${village ?? town}, true)
        on conflict (code) do nothing`);
  await settlePlaces(tx, county, places);
  const added = (await codesIn(tx, county)).filter(({ code }) => !before.has(code));
  const changes: string[] = [];
  for (const { code, name } of added)
    changes.push(await note(tx, by, { region: code, kind: 'added', newName: name }));
  return changes;
}

function codesIn(tx: Transaction, county: string): Promise<{ code: string; name: string }[]> {
  return tx.rows(sql`select code, name from division where starts_with(code, ${county}) and length(code) > 6
    order by code collate "C"`);
}

/**
 * Gives a division of this office's own another name; lists that still write the old one are understood.
 * @throws UserError DIV-101 a neighbour has the name · DIV-102 the division is published · DIV-103 it is no more
 */
export async function renameDivision(
  tx: Transaction,
  division: DivisionRow,
  name: string,
  by: Changer,
): Promise<string> {
  if (!division.is_local) throw policyRefusal('DIV-102');
  if (division.ended_on !== null) throw policyRefusal('DIV-103');
  const beside = await divisionsIn(tx, division.code.slice(0, -3));
  if (beside.some((one) => one.name === name && one.ended_on === null))
    throw policyRefusal('DIV-101', { detail: { zh: `已有“${name}”。`, en: `There is a ${name} already.` } });
  await tx.run(sql`update division set name = ${name} where code = ${division.code}`);
  return note(tx, by, { region: division.code, kind: 'renamed', oldName: division.name, newName: name });
}

/**
 * Ends a town or village and names the one that takes it in. Its code and all work in it stay; what arrives later goes
 * to the successor. Villages of a town that ends go on in the other town under their own names.
 * @returns ids of the changes
 * @throws UserError DIV-103 not of one county and level, the same, or no more
 */
export async function mergeDivision(
  tx: Transaction,
  from: DivisionRow,
  into: DivisionRow,
  by: Changer,
): Promise<string[]> {
  const isOfOneKind =
    from.code.length === into.code.length &&
    from.code.length >= 9 &&
    from.code.slice(0, 6) === into.code.slice(0, 6);
  if (!isOfOneKind || from.code === into.code || from.ended_on !== null || into.ended_on !== null)
    throw policyRefusal('DIV-103');
  const changes: string[] = [];
  if (from.code.length === 9)
    for (const village of await divisionsIn(tx, from.code))
      if (village.ended_on === null) changes.push(...(await moveVillage(tx, village, { from, into }, by)));
  changes.push(await end(tx, from, into.code, by));
  return changes;
}

async function moveVillage(
  tx: Transaction,
  village: DivisionRow,
  { from, into }: { readonly from: DivisionRow; readonly into: DivisionRow },
  by: Changer,
): Promise<string[]> {
  const there = await divisionsIn(tx, into.code);
  // A village of the same name over there is another one.
  const name = there.some((one) => one.name === village.name)
    ? `${village.name}（原${from.name}）`
    : village.name;
  const code = freeCode(into.code, there);
  await tx.run(sql`insert into division (code, name, is_local) values (${code}, ${name}, true)`);
  const added = await note(tx, by, { region: code, kind: 'added', newName: name });
  return [added, await end(tx, village, code, by)];
}

function freeCode(town: string, there: readonly DivisionRow[]): string {
  const taken = new Set(there.map(({ code }) => code));
  for (let n = 1; n <= 999; n++) {
    const code = `${town}${String(n).padStart(3, '0')}`;
    if (!taken.has(code)) return code;
  }
  throw new Error(`no number is left for another village in ${town}`);
}

async function end(tx: Transaction, from: DivisionRow, successor: string, by: Changer): Promise<string> {
  await tx.run(
    sql`update division set ended_on = ${by.effectiveOn}, successor = ${successor} where code = ${from.code}`,
  );
  return note(tx, by, { region: from.code, kind: 'merged', oldName: from.name, successor });
}

async function note(
  tx: Transaction,
  by: Changer,
  change: {
    readonly region: string;
    readonly kind: DivisionChangeRow['kind'];
    readonly oldName?: string;
    readonly newName?: string;
    readonly successor?: string;
  },
): Promise<string> {
  const id = by.newId();
  const { region, kind, oldName = null, newName = null, successor = null } = change;
  await tx.run(sql`insert into division_change (id, region, kind, old_name, new_name, successor, effective_on, reason,
      changed_by, changed_at)
    values (${id}, ${region}, ${kind}, ${oldName}, ${newName}, ${successor}, ${by.effectiveOn}, ${by.reason},
      ${by.accountId}, ${by.at})`);
  return id;
}
