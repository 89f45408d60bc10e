import type { DuckDBConnection } from '@duckdb/node-api';
import { blockRule } from '../block/block-rule.ts';
import { findCandidates } from '../block/candidate-pairs.ts';
import { compatibleNameLevels, oneLostLevel } from '../compare/person-name.ts';
import { readOddNumbers } from '../fields/id-column.ts';
import { makeMacros } from '../fields/make-sides.ts';
import { level, personPlan } from './person-plan.ts';
import {
  dropPersonTables,
  inWrittenOrder,
  makePersonSides,
  type PersonKnowledge,
  scorePeople,
  sourceColumns,
} from './weigh-people.ts';

const usable = "id_state in ('valid', 'converted')";
/** People whose number some list of the office, of events or of vulnerable people gives (`collectMentions`). */
const known = `${usable} and id_text in (select id_text from known_id)`;
/** A number rounded to fifteen digits passes its check one time in eleven: it is also tried as a rounded one. */
const maybeRounded = "(id_state = 'valid' and ends_with(id_text, '000'))";

/**
 * Finds whom a damaged, masked or missing number belongs to, among the people whose number is known: table
 * `resolution(gid, person_key, how, tier)`, one row a group of mentions; whoever has two possible owners gets none.
 *
 * The citizen number is an error-detecting code (GB 11643-1999): a wrong one is solved, and never compared by edit
 * distance with a valid one. Every pair is weighed, and a link needs more than a name: a number that can be solved,
 * completed or seen in part, or the same birth date in a place that does not contradict, or the same account or
 * telephone. Only a number makes 同一人; everything else is 疑似同一人 and looked at by people first.
 */
export async function resolvePeople(db: DuckDBConnection, knowledge: PersonKnowledge): Promise<void> {
  await db.run(`create or replace table known_name as
    select id_text, arg_min(name, (priority, row_key)) as name from mention_group where ${known} and name is not null group by id_text`);
  await inWrittenOrder(db, async () => {
    await gatherSides(db);
    await makePersonSides(db);
    await db.run(`update side_l set id_t = id_n::varchar || '0', id_s = 3, id_n = null where id_s = 1`);
    await findCandidates(
      db,
      personPlan.block.map((terms) => blockRule(terms, personPlan)),
      {
        ...{ left: 'side_l', right: 'side_r', whereLeft: 'true', whereRight: 'true', wherePair: 'true' },
        ...{ pairColumns: [], cap: personPlan.block_cap },
      },
      () => undefined,
    );
    await scorePeople(db, 'candidate', knowledge);
  });
  await db.run(resolution);
  await db.run(ownPayments);
  await dropPersonTables(db);
}

/** The mentions in question on the left; on the right those with a number that could have anything to do with them. */
async function gatherSides(db: DuckDBConnection): Promise<void> {
  await db.run(`create or replace table src_l as select ${sourceColumns(usable)},
      if(id_state = 'masked', regexp_extract(id_text, '^\\d{6}') || regexp_extract(id_text, '[\\dX]{4}$'), null) as ends_raw
    from mention_group where name is not null and (not (${usable}) and id_state <> 'foreign' or ${maybeRounded})`);
  await makeMacros(db);
  await readOddNumbers(db, 'near', [{ table: 'src_l', column: 'id_raw' }]);
  await db.run(`create or replace table src_r as select ${sourceColumns('true')}, id_text[1:6] || id_text[15:18] as ends_raw
    from mention_group where ${known} and name is not null and (
      id_text[1:17]::bigint in (select unnest(c) from ids_near where c is not null)
      or id_text[1:15]::bigint in (select h from ids_near where h is not null)
      or id_text[1:15]::bigint in (select id_raw[1:15]::bigint from src_l where id_plain)
      or name in (select name_raw from src_l)
      or (id_text[7:14], village) in (select (strftime(born_raw::date, '%Y%m%d'), village_raw) from src_l where born_raw is not null and village_raw is not null)
      or (id_text[7:14], village) in (select (b, village_raw) from src_l join ids_near on raw = id_raw where b is not null and village_raw is not null)
      or account_no in (select account_raw from src_l) or phone in (select phone_raw from src_l))`);
  await db.run('drop table ids_near');
}

/** What must speak for a pair beside the name before it may leave. */
const evidence = `(s.${level.id} between 2 and 6
  or s.${level.name} <= ${compatibleNameLevels} and s.${level.born} = 1 and s.${level.place} not in (4, 5)
  or s.${level.name} <= ${compatibleNameLevels} and s.${level.born} <= 2 and (s.${level.phone} = 1 or s.${level.account} = 1))`;

const odds = 'pow(2, least(greatest(score, -60), 60))';

/**
 * A group's chance of being a person is shared among all people it could be. Without a number it is shared among the
 * rows of its list as well: a register names a person once.
 */
const resolution = `create or replace table resolution as
  with fit as (
    select g.gid, g.dataset, g.slot, k.id_text, max_by(s, s.score) as s
    from scored s join side_l a on a.rid = s.l join side_r b on b.rid = s.r
    join mention_group g on g.gid::varchar = a._id join mention_group k on k.gid::varchar = b._id
    where s.${level.name} between 1 and ${oneLostLevel} and ${evidence} group by g.gid, g.dataset, g.slot, k.id_text),
  told as (select gid, dataset, slot, id_text, s.score as score, s.${level.id} as id, s.${level.name} as name, s.${level.born} as born from fit),
  weighed as (
    select *, ${odds} / (1 + sum(${odds}) over (partition by gid)) as alone,
      ${odds} / (1 + sum(${odds}) over (partition by dataset, slot, id_text, id between 2 and 6)) as among from told)
  select gid, 'i:' || id_text as person_key,
    case when id in (2, 3) then 'solved' when id = 4 then 'truncated' when id = 5 then 'masked' when id = 6 then 'near'
      when born = 1 then 'name_birth' else 'contact' end as how,
    if(id between 2 and 4 and name <= ${compatibleNameLevels} and alone >= ${personPlan.same}, 'same', 'likely') as tier
  from weighed where alone > 0.5 and (id between 2 and 6 or among > 0.5)`;

/** The office's own payment list without a number: the name within the village says which recipient, if it is one only. */
const ownPayments = `insert into resolution
  select g.gid, 'i:' || min(k.id_text), 'own_list', 'likely' from mention_group g
  join mention_group k on k.name = g.name and k.village = g.village and k.town is not distinct from g.town
  where g.dataset = 'payment' and not (g.${usable}) and g.id_state <> 'foreign' and k.${usable}
    and k.dataset in ('dibao_household', 'tekun_person', 'child_roster', 'disability_subsidy', 'elder_subsidy', 'dibao_member')
    and g.gid not in (select gid from resolution)
  group by g.gid having count(distinct k.id_text) = 1`;
