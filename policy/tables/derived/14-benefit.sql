-- Who draws what now (a column of amounts says it better than a file's title), a row a person and programme; `to_month` is exclusive, NULL means still running.
create table benefit as
select m.person_key, m.programme, m.household_key, h.started_month as from_month, null::date as to_month,
       if(m.is_head, h.total_fen, null) as amount_fen, m.row_key
from member m join household h using (household_key) where m.insured or m.programme = 'edge'
union all
select r.person_key, c.kind, null, c.started_month, if(c.status = 'stopped', as_of(), null), c.amount_fen, c.row_key
from child_roster c join ref r on r.row_key = c.row_key and r.slot = 'person'
where c.is_current and c.kind is not null and c.status is distinct from 'stopped'
union all
select r.person_key, k.programme, null, d.started_month, d.stopped_month,
       case k.programme when 'disability_living' then d.living_fen else d.care_fen end, d.row_key
from disability_subsidy d join ref r on r.row_key = d.row_key and r.slot = 'person'
join (values ('disability_living', 'living'), ('disability_living', 'both'), ('disability_care', 'care'), ('disability_care', 'both')) k(programme, kind)
  on k.kind = case when d.living_fen > 0 and d.care_fen > 0 then 'both' when d.care_fen > 0 then 'care' when d.living_fen > 0 then 'living' else coalesce(d.subsidy_kind, 'living') end
where d.is_current and d.status is distinct from 'stopped' and (d.stopped_month > as_of() or (d.stopped_month is null and d.stop_reason is null))
union all
select r.person_key, 'elder', null, e.started_month, e.stopped_month, e.amount_fen, e.row_key
from elder_subsidy e join ref r on r.row_key = e.row_key and r.slot = 'person'
where e.is_current and e.status is distinct from 'stopped' and (e.stopped_month > as_of() or (e.stopped_month is null and e.stop_reason is null));
