-- Every row of every roster that is in force, as it stands: who, in which programme, since when, for how much.
-- Two rows for one person stay two rows here (IDQ-04 looks for them); `household` and `benefit` hold one each.
create table roster_entry as
select d.row_key, 'dibao_household' as dataset, case d.scheme when 'edge' then 'edge' when 'tekun' then 'tekun' else 'dibao' end as programme,
       case when d.scheme like 'rural%' then 'rural' when d.scheme like 'urban%' then 'urban' end as scheme,
       r.person_key, r.person_key as head_key, true as is_head, r.tier, d.town, d.village, d.started_month as from_month,
       coalesce(d.total_fen, d.amount_fen + coalesce(d.uplift_fen, 0)) as amount_fen, d.file_no
from dibao_household d join ref r on r.row_key = d.row_key and r.slot = 'head'
where d.is_current and d.status is distinct from 'stopped'
union all
select d.row_key, 'dibao_member', case d.scheme when 'edge' then 'edge' when 'tekun' then 'tekun' else 'dibao' end,
       case when d.scheme like 'rural%' then 'rural' when d.scheme like 'urban%' then 'urban' end,
       r.person_key, coalesce(h.person_key, f.head_key, if(d.relation = 'self', r.person_key, null), n.head_key, r.person_key),
       coalesce(h.person_key, f.head_key, if(d.relation = 'self', r.person_key, null), n.head_key, r.person_key) = r.person_key,
       r.tier, d.town, d.village, d.started_month, coalesce(d.total_fen, d.amount_fen), d.file_no
from dibao_member d
join ref r on r.row_key = d.row_key and r.slot = 'person'
left join ref h on h.row_key = d.row_key and h.slot = 'head' and h.resolved
left join (select file_no, min(hr.person_key) as head_key from dibao_household d1 join ref hr on hr.row_key = d1.row_key and hr.slot = 'head'
           where d1.is_current and file_no is not null group by file_no having count(distinct hr.person_key) = 1) f on f.file_no = d.file_no
left join (select head_name, village, min(head_key) as head_key from (
             select d1.head_name, coalesce(d1.village, '') as village, hr.person_key as head_key
             from dibao_household d1 join ref hr on hr.row_key = d1.row_key and hr.slot = 'head' where d1.is_current
             union select m1.name, coalesce(m1.village, ''), mr.person_key
             from dibao_member m1 join ref mr on mr.row_key = m1.row_key and mr.slot = 'person' where m1.is_current and m1.relation = 'self')
           group by all having count(distinct head_key) = 1) n on n.head_name = d.head_name and n.village = coalesce(d.village, '')
where d.is_current
  and coalesce(h.person_key, f.head_key, n.head_key, r.person_key) not in (
    select hr.person_key from dibao_household d1 join ref hr on hr.row_key = d1.row_key and hr.slot = 'head'
    where d1.is_current group by 1 having bool_and(d1.status is not distinct from 'stopped'))
union all
select d.row_key, 'tekun_person', 'tekun', if(d.scheme = 'urban_tekun', 'urban', if(d.scheme = 'rural_tekun', 'rural', null)), r.person_key, r.person_key,
       true, r.tier, d.town, d.village, d.started_month, coalesce(d.total_fen, coalesce(d.basic_fen, 0) + coalesce(d.care_fen, 0)), d.file_no
from tekun_person d join ref r on r.row_key = d.row_key and r.slot = 'person'
where d.is_current and d.status is distinct from 'stopped'
union all
select d.row_key, 'edge_household', 'edge', null, coalesce(p.person_key, h.person_key), coalesce(h.person_key, p.person_key),
       coalesce(p.person_key, h.person_key) = coalesce(h.person_key, p.person_key), coalesce(p.tier, h.tier), d.town, d.village,
       date_trunc('month', d.recognised_on)::date, null, d.file_no
from edge_household d
left join ref p on p.row_key = d.row_key and p.slot = 'person'
left join ref h on h.row_key = d.row_key and h.slot = 'head'
where d.is_current and d.status is distinct from 'stopped' and coalesce(p.person_key, h.person_key) is not null;
