-- Deaths of people the run knows: the earliest evidence of the best identity tier, with every row that says so.
-- Hukou cancellation is not death unless its reason or a date of death says so.
create table death as
with told as (
  select r.person_key, r.tier, c.row_key, coalesce(c.died_on, c.cremated_on) as died_on, 'cremation' as source, r.for_zh, r.against_zh
  from cremation c join ref r on r.row_key = c.row_key and r.slot = 'person' where coalesce(c.died_on, c.cremated_on) is not null
  union all
  select r.person_key, r.tier, c.row_key, c.died_on, 'death_certificate', r.for_zh, r.against_zh
  from death_certificate c join ref r on r.row_key = c.row_key and r.slot = 'person' where c.died_on is not null
  union all
  select r.person_key, r.tier, c.row_key, coalesce(c.died_on, c.cancelled_on), 'hukou_cancellation', r.for_zh, r.against_zh
  from hukou_cancellation c join ref r on r.row_key = c.row_key and r.slot = 'person'
  where coalesce(c.died_on, c.cancelled_on) is not null and (c.reason = 'death' or (c.reason is null and c.died_on is not null))
  union all
  select r.person_key, r.tier, c.row_key, c.stopped_month, 'pension', r.for_zh, r.against_zh
  from pension c join ref r on r.row_key = c.row_key and r.slot = 'person' where c.status = 'dead' and c.stopped_month is not null),
 ranked as (
  select *, case tier when 'same' then 1 when 'likely' then 2 else 3 end as nth,
         min(case tier when 'same' then 1 when 'likely' then 2 else 3 end) over (partition by person_key) as best
  from told where died_on <= as_of())
select person_key, min(died_on) as died_on, date_trunc('month', min(died_on))::date as death_month,
       arg_min(source, (died_on, row_key)) as source, min(tier) as tier, list_sort(list(row_key)) as sources
from ranked where nth = best group by person_key;
