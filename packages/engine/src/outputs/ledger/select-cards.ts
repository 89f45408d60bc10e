import type { RunMeta } from '../../run/run-meta.ts';
import { ACTIVE_LEAD, leadSelect, sqlText } from '../lead-sheet.ts';

/**
 * One card a household (or a person outside every household): `card_no` in order of work, most serious first,
 * then those named by more rules, then money. Subjects that are no family (accounts, villages …) have no card.
 */
export function cardTables(meta: RunMeta): string[] {
  const month = `date_trunc('month', ${sqlText(meta.asOf)}::date)`;
  return [
    `create or replace temp table ledger_lead as
      select ${leadSelect(meta.lang)}, rank, programme, scheme, file_no, group_name, address, phone, insured_persons,
        month_amount_fen, started_month, household_head_id,
        case when household_key is not null or subject_kind in ('person', 'household')
          then coalesce(household_key, subject_key) end as card_key,
        case severity when 'serious' then 0 when 'suspect' then 1 else 2 end as severity_no
      from lead where ${ACTIVE_LEAD}`,
    `create or replace temp table ledger_card as
      select *, row_number() over (order by serious desc, rules desc, amount_fen desc, best_rank, card_key) as card_no
      from (select card_key, count(*) filter (severity = 'serious') as serious,
          count(distinct rule) filter (severity <> 'info') as rules, count(*) as leads,
          count(*) filter (family = 'OMI') as omissions, count(*) filter (family not in ('OMI', 'IDQ', 'STD')) as wrongs,
          coalesce(max(amount_fen), 0) as amount_fen, coalesce(min(rank), 0) as best_rank
        from ledger_lead where card_key is not null group by card_key)`,
    // A benefit counts for the card of its household, or of the household its person belongs to. Three plain
    // joins: one with "or" would compare every benefit with every card.
    `create or replace temp table ledger_benefit as
      with drawn as (
        select b.person_key, b.household_key, p.household_key as home_key, coalesce(p.name, '') as name, b.programme,
          b.amount_fen, b.from_month
        from benefit b left join person p using (person_key)
        where b.from_month <= ${month} and (b.to_month is null or b.to_month > ${month})),
      placed as (
        select c.card_key, d.* from ledger_card c join drawn d on d.household_key = c.card_key
        union select c.card_key, d.* from ledger_card c join drawn d on d.home_key = c.card_key
        union select c.card_key, d.* from ledger_card c join drawn d on d.person_key = c.card_key)
      select card_key, to_json(list({person: person_key, name: name, programme: programme, amountFen: amount_fen,
          "from": strftime(from_month, '%Y-%m')} order by name, programme, person_key, from_month, amount_fen)) as benefits
      from placed group by card_key`,
    `create or replace temp table ledger_member as
      select household_key as card_key, to_json(list({name: name, relation: coalesce(relation, ''),
          insured: coalesce(insured, false)} order by is_head desc, birth_on nulls last, name)) as members
      from member group by household_key`,
  ];
}

/** Names of the temporary tables, to be dropped when the ledger is written. */
export const CARD_TABLES = ['ledger_lead', 'ledger_card', 'ledger_benefit', 'ledger_member'] as const;

/** Every lead of every card, cards in order, a card's leads together; what the household draws rides along. */
export const SELECT_CARDS = `select l.*, c.card_no, c.serious, c.rules, c.leads, c.omissions, c.wrongs,
    b.benefits, m.members, h.size, h.insured_persons as now_insured, h.total_fen as now_fen, h.programme as now_programme,
    h.scheme as now_scheme, strftime(h.started_month, '%Y-%m') as now_started, h.head_name, h.head_id
  from ledger_lead l join ledger_card c using (card_key)
  left join ledger_benefit b using (card_key) left join ledger_member m using (card_key)
  left join (select * from household qualify row_number() over (partition by household_key order by programme, row_key) = 1) h
    on h.household_key = l.card_key
  order by c.card_no, l.family <> 'OMI', l.severity_no, l.rank, l.lead_id`;
