-- Monthly standards in force for this region: the office's own table first, else the pack's dated ones (already here).
create or replace table standard_at as
with told as (
  select s.*, (select region from run_context) as here, (select region_name from run_context) as here_name,
         (amount_fen / if(unit = 'year', 12, 1))::bigint as month_fen
  from standard s where s.amount_fen is not null and s.programme is not null),
 local as (
  select * from told
  where (select count(distinct region) from told) <= 1 or region is null or here_name is null
     or contains(here_name, region) or contains(region, here_name) or here like region || '%'),
 dated as (
  select *, date_trunc('month', coalesce(from_on, if(year is not null, make_date(year, 1, 1), date '2000-01-01')))::date as from_month
  from local)
select here as region, programme, scheme, support_form, from_month,
       coalesce(date_trunc('month', to_on + 1)::date, lead(from_month) over (partition by programme, scheme, support_form order by from_month, row_key)) as to_month,
       month_fen as amount_fen, row_key, consumption_fen, minimum_wage_fen, 'table' as source
from dated
union all
select p.region, p.programme, p.scheme, null, p.from_month, p.to_month, p.amount_fen, null, null, null, p.source
from standard_at p
where p.region <> '' and (select region from run_context) like p.region || '%' and not exists (select 1 from dated d where d.programme = p.programme and (p.scheme is null or d.scheme is null or d.scheme = p.scheme));
