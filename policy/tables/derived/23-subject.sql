-- What a lead says of its subject: name, number, household, place, present benefit. One row a kind and key.
create table subject as
with home as (
  select m.person_key, h.*, row_number() over (partition by m.person_key
           order by case h.programme when 'dibao' then 1 when 'tekun' then 2 else 3 end, h.household_key) as nth
  from member m join household h using (household_key)),
 other as (
  select person_key, case when programme like 'disability%' then 'disability' else programme end as programme,
         sum(amount_fen)::bigint as amount_fen, min(from_month) as from_month, min(row_key) as row_key,
         row_number() over (partition by person_key order by min(case programme when 'orphan' then 1 when 'unattended' then 2 when 'elder' then 4 else 3 end)) as nth
  from benefit where programme not in ('dibao', 'tekun', 'edge') group by 1, 2)
select 'person' as kind, p.person_key as key, p.name, p.id_number, coalesce(p.id_number, concat_ws('|', p.name, p.birth_on::text, p.town, p.village)) as norm,
       h.household_key, h.head_id, h.head_name, p.county, coalesce(h.town, p.town) as town, coalesce(h.village, p.village) as village,
       coalesce(h.group_name, p.group_name) as group_name, coalesce(h.address, p.address) as address, coalesce(p.phone, h.phone) as phone,
       coalesce(h.programme, o.programme) as programme, h.scheme, h.file_no, h.insured_persons, coalesce(h.total_fen, o.amount_fen) as month_amount_fen,
       coalesce(h.started_month, o.from_month) as started_month, h.source_on
from person p left join home h on h.person_key = p.person_key and h.nth = 1 left join other o on o.person_key = p.person_key and o.nth = 1
union all
select 'household', h.household_key, h.head_name, h.head_id, h.programme || '|' || coalesce(h.head_id, concat_ws('|', h.head_name, h.town, h.village)),
       h.household_key, h.head_id, h.head_name, h.county, h.town, h.village, h.group_name, h.address, h.phone,
       h.programme, h.scheme, h.file_no, h.insured_persons, h.total_fen, h.started_month, h.source_on
from household h
union all
select 'account', account_no, account_no, null, account_no, null, null, null, (select region from run_context),
       if(count(distinct town) = 1, min(town), null), if(count(distinct village) = 1, min(village), null), null, null, null,
       min(programme), min(scheme), null, null, null, null, null
from payment_row where account_no is not null group by account_no
union all
select 'village', coalesce(town, '') || '/' || village, village, null, coalesce(town, '') || '/' || village, null, null, null, (select region from run_context), town, village,
       null, null, null, null, null, null, null, null, null, null
from (select town, village from household where village is not null union select town, village from payment_row where village is not null
      union select town, village from exit_record where village is not null)
union all
select 'town', town, town, null, town, null, null, null, (select region from run_context), town, null, null, null, null, null, null, null, null, null, null, null
from (select town from household where town is not null union select town from payment_row where town is not null)
union all
select 'unit', region, coalesce(region_name, region), null, region, null, null, null, region, null, null, null, null, null, null, null, null, null, null, null, null
from run_context;
