import type { DuckDBConnection } from '@duckdb/node-api';
import { maskedPattern, solveCandidates, truncatedPrefix } from '@yangguang/domain/words/id-number';
import { appendText, rowsOf } from '../dataset/sql-engine.ts';

/**
 * Finds whom a damaged, masked or missing number belongs to, among the people whose number is known.
 *
 * The citizen number is an error-detecting code (GB 11643-1999): a wrong one is solved, at most 18 candidates each,
 * and never compared by edit distance with a valid one. A candidate counts only with a compatible name; where the
 * number is gone, name and birth date and a place that does not contradict are needed. The result is table
 * `resolution(gid, person_key, how)`, one row a group; ambiguous groups get none.
 */
export async function resolveDamaged(db: DuckDBConnection): Promise<void> {
  await db.run(`create or replace table known_person as
    select distinct id_text, name, birth_on, town, village, account_no, dataset from mention_group
    where id_state in ('valid', 'converted') and id_text in (select id_text from known_id)`);
  await db.run(`create or replace table candidate as ${await candidatesFromNumbers(db)}`);
  await db.run(`insert into candidate ${namesWithBirth}`);
  await db.run(`insert into candidate ${paymentsWithoutNumber}`);
}

/** Keeps candidates with a compatible name; one person a group, or nobody. */
export const chooseResolution = `create or replace table resolution as
  with fit as (
    select distinct c.gid, c.id_text, c.how, c.strength from candidate c
    join mention_group g using (gid)
    join known_person k on k.id_text = c.id_text
    left join name_pair n on n.a = g.name and n.b = k.name
    where g.name = k.name or coalesce(n.compatible, false)),
  best as (select gid, min(strength) as strength from fit group by gid)
  select f.gid, 'i:' || min(f.id_text) as person_key, min(f.how) as how from fit f join best b using (gid, strength)
  group by f.gid having count(distinct f.id_text) = 1`;

/** A number rounded to fifteen digits passes its check one time in eleven: it is also tried as a rounded one. */
const maybeRounded = "(id_state = 'valid' and ends_with(id_text, '000'))";

async function candidatesFromNumbers(db: DuckDBConnection): Promise<string> {
  const damaged = await rowsOf(
    db,
    `select distinct id_text, id_state from mention_group
    where (id_state in ('bad_check', 'bad_length', 'truncated', 'masked') or ${maybeRounded}) and id_text is not null order by 1`,
  );
  await db.run(
    `create or replace table solved (damaged varchar, solution varchar, prefix varchar, suffix varchar)`,
  );
  await appendText(
    db,
    'solved',
    solutions(damaged.map((r) => ({ id: String(r.id_text), state: String(r.id_state) }))),
  );
  const of = `select g.gid, k.id_text, `;
  return `
    ${of} 'solved' as how, 1 as strength from mention_group g join solved s on s.damaged = g.id_text
      join (select distinct id_text from known_person) k on k.id_text = s.solution where g.id_state in ('bad_check', 'bad_length')
    union all ${of} 'truncated', 1 from mention_group g join solved s on s.damaged = g.id_text
      join (select distinct id_text, left(id_text, 15) as head from known_person) k on k.head = s.prefix where g.id_state = 'truncated' or (g.id_state = 'valid' and ends_with(g.id_text, '000'))
    union all ${of} 'masked', 2 from mention_group g join solved s on s.damaged = g.id_text
      join (select distinct id_text, left(id_text, 6) as area from known_person) k on k.area = left(s.prefix, 6)
      and starts_with(k.id_text, s.prefix) and ends_with(k.id_text, s.suffix) where g.id_state = 'masked'`;
}

function* solutions(damaged: readonly { id: string; state: string }[]): Generator<(string | null)[]> {
  for (const { id, state } of damaged) {
    if (state === 'masked') {
      const mask = maskedPattern(id);
      if (mask !== null && mask.prefix.length >= 6 && mask.prefix.length + mask.suffix.length >= 8)
        yield [id, null, mask.prefix, mask.suffix];
    } else if (state === 'truncated' || state === 'valid') {
      yield [id, null, truncatedPrefix(id), null];
    } else {
      for (const solution of solveCandidates(id)) yield [id, solution, null, null];
    }
  }
}

/** Name, birth date and a place that agrees where both tell one: the statute book's "medium" match, never more than likely. */
const namesWithBirth = `
  select g.gid, k.id_text, 'name_birth', 3 from mention_group g
  join (select id_text, name, town, village, try_cast(id_text[7:10] || '-' || id_text[11:12] || '-' || id_text[13:14] as date) as birth_on
        from known_person) k on k.birth_on = g.birth_on and k.name = g.name
  where g.id_state not in ('valid', 'converted', 'foreign') and g.name is not null and g.birth_on is not null
    and (g.village is null or k.village is null or g.village = k.village)
    and (g.town is null or k.town is null or g.town = k.town)`;

/** The office's own payment list without a number: the account, or the name within the village, says which recipient. */
const paymentsWithoutNumber = `
  select g.gid, k.id_text, 'own_list', 4 from mention_group g
  join known_person k on k.name = g.name and (k.account_no = g.account_no or (k.village = g.village and k.town is not distinct from g.town))
  where g.dataset = 'payment' and g.id_state not in ('valid', 'converted', 'foreign')
    and k.dataset in ('dibao_household', 'tekun_person', 'child_roster', 'disability_subsidy', 'elder_subsidy', 'dibao_member')`;
