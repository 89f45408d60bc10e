-- Households on the rolls now: dibao and edge households by their head, every tekun person as a household of one.
-- Stated income becomes fen a month for the household; NULL means the roll does not say.
create table household as
with entry as (
  select e.programme || ':' || e.head_key as household_key, e.* from roster_entry e),
 heads as (
  select household_key, min(programme) as programme, min(head_key) as head_key, min(from_month) as from_month,
         count(distinct person_key) as listed_persons, min(row_key) as row_key,
         coalesce(max(amount_fen) filter (is_head), max(amount_fen)) as listed_amount_fen,
         arg_min(scheme, (not is_head, row_key)) filter (scheme is not null) as scheme, arg_min(town, (not is_head, row_key)) filter (town is not null) as town, arg_min(village, (not is_head, row_key)) filter (village is not null) as village, min(file_no) as file_no
  from entry group by household_key),
 d01 as (
  select 'x' || row_number() over (partition by e.household_key order by e.row_key) as nth, e.household_key, d.*
  from entry e join dibao_household d on d.row_key = e.row_key where e.dataset = 'dibao_household'),
 edge as (
  select row_number() over (partition by e.household_key order by e.is_head desc, e.row_key) as nth, e.household_key, d.*
  from entry e join edge_household d on d.row_key = e.row_key where e.dataset = 'edge_household'),
 tekun as (
  select row_number() over (partition by e.household_key order by e.row_key) as nth, e.household_key, d.*
  from entry e join tekun_person d on d.row_key = e.row_key where e.dataset = 'tekun_person'),
 listed as (
  select e.household_key, max(m.household_size) as household_size, max(m.insured_persons) as insured_persons,
         count(*) filter (m.insured) as insured_listed, count(*) filter (m.insured is false) as left_out
  from entry e join dibao_member m on m.row_key = e.row_key where e.dataset = 'dibao_member' group by all)
select h.household_key, h.programme, h.scheme, h.head_key, p.name as head_name, p.id_number as head_id,
       coalesce(d.household_size, g.household_size, l.household_size, h.listed_persons)::int as size,
       coalesce(d.insured_persons, l.insured_persons, nullif(l.insured_listed, 0), if(h.programme = 'edge', g.household_size, null), h.listed_persons)::int as insured_persons,
       coalesce(d.amount_fen, t.basic_fen, h.listed_amount_fen) as amount_fen, coalesce(d.uplift_fen, t.care_fen) as uplift_fen,
       coalesce(d.total_fen, d.amount_fen + coalesce(d.uplift_fen, 0), t.total_fen, h.listed_amount_fen) as total_fen,
       coalesce(d.income_month_fen, (d.income_year_fen / 12)::bigint, d.income_pc_month_fen * d.household_size, (d.income_pc_year_fen * d.household_size / 12)::bigint,
                g.income_month_fen, (g.income_year_fen / 12)::bigint, g.income_pc_month_fen * g.household_size, (g.income_pc_year_fen * g.household_size / 12)::bigint) as income_month_fen,
       coalesce(d.income_month_fen, d.income_year_fen, d.income_pc_month_fen, d.income_pc_year_fen) is not null as income_known,
       coalesce(d.assets, g.assets) as assets, d.class, d.aid_mode,
       coalesce(d.aid_mode = 'single_person', g.single_person, false) or coalesce(d.note like '%单人保%', false) as single_person,
       coalesce(d.cause, g.cause) as cause, coalesce(d.started_month, t.started_month, h.from_month) as started_month,
       coalesce(d.approved_on, t.approved_on, g.recognised_on) as approved_on, coalesce(d.file_no, t.file_no, g.file_no, h.file_no) as file_no,
       coalesce(d.account_name, t.account_name) as account_name, coalesce(d.bank, t.bank) as bank, coalesce(d.account_no, t.account_no) as account_no,
       coalesce(d.phone, t.phone, g.phone) as phone, p.county, coalesce(h.town, p.town) as town, coalesce(h.village, p.village) as village,
       coalesce(d.group_name, t.group_name, g.group_name) as group_name, coalesce(d.address, t.address, g.address) as address,
       coalesce(d.source_on, t.source_on, g.source_on) as source_on, t.support_form, t.self_care, h.row_key
from heads h
join person p on p.person_key = h.head_key
left join d01 d on d.household_key = h.household_key and d.nth = 'x1'
left join edge g on g.household_key = h.household_key and g.nth = 1
left join tekun t on t.household_key = h.household_key and t.nth = 1
left join listed l on l.household_key = h.household_key;
