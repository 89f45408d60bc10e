import type { DuckDBConnection } from '@duckdb/node-api';
import { collectMentions } from './collect-mentions.ts';
import { compareNamePairs, type LookAlike } from './compare-name-pairs.ts';
import { groupKey, mentionColumns, type PersonSlot, strangers } from './person-slot.ts';
import { chooseResolution, resolveDamaged } from './resolve-damaged.ts';

/**
 * Says who every row is about: table `ref`, a row per source row and person slot, with the identity tier and a
 * sentence for and against; and `mention`, what the lists tell of each person.
 *
 * Tiers: `same` 同一人 (equal valid number, or a number solved or completed, with a compatible name) · `likely`
 * 疑似同一人 (masked number, or name and birth date) · `number_only` 号同名异 (equal number, another name). A name alone
 * never links. The full probabilistic linker takes this function's place later; tables and tiers stay.
 */
export async function linkPeople(
  db: DuckDBConnection,
  slots: readonly PersonSlot[],
  lookAlike: LookAlike,
): Promise<void> {
  await collectMentions(db, slots);
  await resolveDamaged(db);
  await compareNamePairs(
    db,
    `select g.name as a, k.name as b from candidate c join mention_group g using (gid) join known_person k on k.id_text = c.id_text`,
    lookAlike,
  );
  await db.run(chooseResolution);
  await db.run(keyed);
  await compareNamePairs(db, 'select name as a, known_name as b from keyed', lookAlike);
  await db.run(judged);
  await db.run(
    `create or replace table mention as select g.*, j.person_key from judged j join mention_group g using (gid) where j.tier <> 'number_only'`,
  );
  await writeRefs(db, slots);
  for (const table of [
    'candidate',
    'solved',
    'known_person',
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
      case when g.id_state = 'valid' and coalesce(r.person_key = 'i:' || g.id_text, true) then 'exact' when g.id_state = 'converted' then 'exact15' else coalesce(r.how, 'alone') end as how,
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
         when how in ('masked', 'name_birth', 'own_list') then 'likely'
         when k.name is null or k.known_name is null then 'likely'
         when k.name = k.known_name or coalesce(n.compatible, false) then 'same' else 'number_only' end as tier,
    case how when 'exact' then '身份证号完全一致（校验位正确）' when 'exact15' then '15位旧号换算后一致'
      when 'solved' then '号码有错，按校验位推算后唯一相符' when 'truncated' then '号码末三位丢失，前15位一致'
      when 'masked' then '号码有遮挡，可见部分一致' when 'name_birth' then '号码缺失，姓名、出生日期一致' when 'own_list' then '号码缺失，姓名与账号或村居一致' end
      || case when how = 'alone' then '' when k.name = k.known_name then '；姓名一致' when coalesce(n.compatible, false) then '；' || n.zh else '' end as for_zh,
    case how when 'exact' then 'ID numbers equal, check digit right' when 'exact15' then 'equal after converting the 15-digit number'
      when 'solved' then 'the damaged number has one solution by its check digit, and it fits' when 'truncated' then 'last three digits lost, the first 15 agree'
      when 'masked' then 'the visible digits of a masked number agree' when 'name_birth' then 'no number; name and birth date agree' when 'own_list' then 'no number; name and account or village agree' end
      || case when how = 'alone' then '' when k.name = k.known_name then '; names equal' when coalesce(n.compatible, false) then '; ' || n.en else '' end as for_en,
    case when how in ('exact', 'exact15') and k.name <> k.known_name and not coalesce(n.compatible, false) then '姓名不同：' || n.zh
         when how = 'solved' then '原号码校验不通过' when how = 'truncated' then '原号码不完整' when how = 'masked' then '号码未见全'
         when how in ('name_birth', 'own_list') then '没有号码可核' when k.name is null then '名单中没有姓名' end as against_zh,
    case when how in ('exact', 'exact15') and k.name <> k.known_name and not coalesce(n.compatible, false) then 'names differ: ' || n.en
         when how = 'solved' then 'the number as given fails its check' when how = 'truncated' then 'the number as given is incomplete' when how = 'masked' then 'the number is not fully visible'
         when how in ('name_birth', 'own_list') then 'no number to check' when k.name is null then 'the list gives no name' end as against_en
  from keyed k left join name_pair n on n.a = k.name and n.b = k.known_name`;

async function writeRefs(db: DuckDBConnection, slots: readonly PersonSlot[]): Promise<void> {
  await db.run(`create or replace table ref (dataset varchar, row_key bigint, slot varchar, person_key varchar, tier varchar,
    how varchar, resolved boolean, for_zh varchar, for_en varchar, against_zh varchar, against_en varchar)`);
  for (const slot of slots)
    await db.run(`insert into ref
      select '${slot.table}', t.row_key, '${slot.slot}', j.person_key, j.tier, j.how, j.resolved, j.for_zh, j.for_en, j.against_zh, j.against_en
      from (select row_key, ${groupKey(slot)} as gid from (select row_key, ${mentionColumns(slot)} from ${slot.table})
            where name is not null or id_text is not null) t
      join judged j using (gid)`);
}
