import type { DuckDBConnection } from '@duckdb/node-api';
import type { JudgedPair } from '@yangguang/domain/identity/judgement';
import { collectMentions } from './collect-mentions.ts';
import { compareNamePairs } from './compare-name-pairs.ts';
import { againstSql, forSql } from './identity-words.ts';
import { loadJudgements } from './load-judgements.ts';
import { groupKey, mentionColumns, type PersonSlot, strangers } from './person-slot.ts';
import { resolvePeople } from './resolve-people.ts';
import type { PersonKnowledge } from './weigh-people.ts';

/**
 * Says who every row is about: table `ref`, a row per source row and person slot, with the identity tier and a
 * sentence for and against; and `mention`, what the lists tell of each person.
 *
 * Tiers: `same` 同一人 (equal valid number, or a number solved or completed, with a compatible name) · `likely`
 * 疑似同一人 (masked number, or name and birth date) · `number_only` 号同名异 (equal number, another name). A name alone
 * never links. What people have judged stands over all of it, in this and every later run.
 */
export async function linkPeople(
  db: DuckDBConnection,
  slots: readonly PersonSlot[],
  knowledge: PersonKnowledge,
  judgements: readonly JudgedPair[],
): Promise<void> {
  await collectMentions(db, slots);
  await resolvePeople(db, knowledge);
  await loadJudgements(db, judgements);
  await db.run(keyed);
  await compareNamePairs(db, 'select name as a, known_name as b from keyed', knowledge.looks);
  await db.run(judged);
  await db.run(
    `create or replace table mention as select g.*, j.person_key from judged j join mention_group g using (gid) where j.tier <> 'number_only'`,
  );
  await writeRefs(db, slots);
  for (const table of [
    'resolution',
    'judged_mention',
    'known_id',
    'near_book',
    'near_row',
    'keyed',
    'name_pair_text',
  ])
    await db.run(`drop table if exists ${table}`);
}

/**
 * Someone without a usable number is himself only within his list; the office's own dibao lists count as one list for
 * people of one name in one village, or of one name with the same faulty number, since they speak of the same files.
 */
const aloneKey = `case when g.dataset in ('dibao_household', 'dibao_member', 'payment', 'exit_record') and g.name is not null
      and g.id_state in ('bad_check', 'bad_length', 'truncated') then concat_ws('|', 'own', g.name, g.id_text)
    when g.dataset in ('dibao_household', 'dibao_member', 'payment', 'exit_record') and g.name is not null and g.village is not null
    then concat_ws('|', 'own', g.name, coalesce(g.id_text, ''), coalesce(g.town, ''), g.village)
    else concat_ws('|', g.dataset, coalesce(g.name, ''), coalesce(g.id_text, ''), coalesce(g.birth_on::text, ''), coalesce(g.town, ''), coalesce(g.village, '')) end`;

/** Each group's person, and the name the most trusted list gives him. Unresolved rows of large lists fall away. */
const keyed = `create or replace table keyed as
  with who as (
    select g.gid, coalesce(r.person_key, if(g.id_state in ('valid', 'converted'), 'i:' || g.id_text, null),
        'n:' || md5(${aloneKey})) as person_key,
      case when g.id_state = 'valid' and coalesce(r.person_key = 'i:' || g.id_text, true) then 'exact' when g.id_state = 'converted' then 'exact15' else coalesce(r.how, 'alone') end as how, r.tier as resolved_tier,
      g.name, g.priority, g.row_key, g.dataset
    from mention_group g left join resolution r using (gid)),
  named as (
    select person_key, arg_min(name, (priority, row_key)) filter (name is not null) as known_name from who
    where how in ('exact', 'exact15', 'alone') group by person_key)
  select who.*, named.known_name from who left join named using (person_key)
  where how <> 'alone' or dataset not in (${strangers.map((t) => `'${t}'`).join(', ')})`;

const judged = `create or replace table judged as
  select k.gid, k.person_key, k.how, how <> 'alone' as resolved,
    case when how = 'alone' then 'same'
         when v.verdict = 'not_same' then 'number_only'
         when v.verdict = 'same' then 'same'
         when v.verdict = 'unsure' then 'likely'
         when how not in ('exact', 'exact15') then k.resolved_tier
         when k.name is null or k.known_name is null then 'likely'
         when k.name = k.known_name or coalesce(n.compatible, false) then 'same' else 'number_only' end as tier,
    ${forSql('zh')} as for_zh, ${forSql('en')} as for_en, ${againstSql('zh')} as against_zh, ${againstSql('en')} as against_en
  from keyed k left join name_pair n on n.a = k.name and n.b = k.known_name
    left join judged_mention v on v.gid = k.gid and v.person_key = k.person_key`;

async function writeRefs(db: DuckDBConnection, slots: readonly PersonSlot[]): Promise<void> {
  await db.run(`create or replace table ref (dataset varchar, row_key bigint, slot varchar, person_key varchar, tier varchar,
    how varchar, resolved boolean, for_zh varchar, for_en varchar, against_zh varchar, against_en varchar, gid ubigint)`);
  for (const slot of slots)
    await db.run(`insert into ref
      select '${slot.table}', t.row_key, '${slot.slot}', j.person_key, j.tier, j.how, j.resolved, j.for_zh, j.for_en, j.against_zh, j.against_en, j.gid
      from (select row_key, ${groupKey(slot)} as gid from (select row_key, ${mentionColumns(slot)} from ${slot.table})
            where name is not null or id_text is not null) t
      join judged j using (gid)`);
}
