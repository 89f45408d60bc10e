-- Payment rows of a household on the rolls whose recipient could not be linked to it: by account, file number, or the same
-- damaged number and name. They are paid, though to a person written differently.
create table payment_home as
with account as (select account_no, min(household_key) as household_key from household where account_no is not null group by 1 having count(*) = 1),
 file as (select file_no, min(household_key) as household_key from household where file_no is not null group by 1 having count(*) = 1),
 named as (
  select m.name, m.id_number, min(m.household_key) as household_key from member m
  where m.person_key not like 'i:%' group by 1, 2 having count(distinct m.household_key) = 1),
 placed as (
  select m.name, h.town, h.village, min(m.household_key) as household_key from member m join household h using (household_key)
  where m.person_key not like 'i:%' and h.village is not null group by 1, 2, 3 having count(distinct m.household_key) = 1)
select p.row_key, coalesce(a.household_key, f.household_key, n.household_key, l.household_key) as household_key
from payment_row p
left join person q on q.person_key = p.person_key
left join account a on a.account_no = p.account_no
left join file f on f.file_no = p.file_no
left join named n on n.name = q.name and n.id_number = q.id_number
left join placed l on l.name = q.name and l.village = p.village and l.town is not distinct from p.town
where p.household_key is null and p.programme in ('dibao', 'tekun', 'edge', 'other')
  and coalesce(a.household_key, f.household_key, n.household_key, l.household_key) is not null;

-- The regular money of each household on the rolls and month: what arrived and how often, back-pay apart. One list that came
-- twice in two files counts once; money in a head's name is his own household's, though he stand in another one too. A returned payment leaves a row with nothing paid.
create table household_pay as
with own as (select head_key, programme, min(household_key) as household_key from household group by 1, 2),
 line as (
  select coalesce(o.household_key, p.household_key, h.household_key) as household_key, p.benefit_month, p.months, p.person_key, p.amount_fen, p.paid, p.is_back_pay, p.sheet_id, p.row_key
  from (select *, split_part(household_key, ':', 1) as home_programme from payment_row) p left join payment_home h using (row_key)
  left join own o on o.head_key = p.person_key and o.programme = p.home_programme
  where not p.is_extra and p.benefit_month is not null and p.programme not like 'disability%' and p.programme not in ('elder', 'orphan', 'unattended', 'temporary_relief', 'price_subsidy', 'seasonal')
    and coalesce(p.household_key, h.household_key) is not null),
 spread as (
  select household_key, benefit_month, amount_fen, person_key, paid, is_back_pay, sheet_id, row_key from line where months <= 1
  union all
  select household_key, (benefit_month + to_months(i::int))::date, amount_fen // months + if(i = 0, amount_fen % months, 0), person_key, paid, is_back_pay, sheet_id, row_key
  from (select *, unnest(range(months)) as i from line where months > 1)),
 once as (
  select household_key, benefit_month, amount_fen, paid, is_back_pay, list(row_key) as rows,
         if(min(sheet_id) is not distinct from max(sheet_id), count(*), ceil(count(*) / len(list_distinct(list(sheet_id)))))::bigint as n
  from spread group by household_key, benefit_month, person_key, amount_fen, paid, is_back_pay)
select household_key, benefit_month, coalesce(sum(n) filter (paid and not is_back_pay), 0)::int as times,
       coalesce(sum(amount_fen * n) filter (paid and not is_back_pay), 0)::bigint as paid_fen,
       coalesce(sum(n) filter (paid and is_back_pay), 0)::int as back_times, coalesce(sum(amount_fen * n) filter (paid and is_back_pay), 0)::bigint as back_fen,
       coalesce(sum(amount_fen * n) filter (not paid), 0)::bigint as returned_fen, list_sort(flatten(list(rows))) as rows
from once group by household_key, benefit_month;

-- Months for which the payment lists cover a programme in a town: at least half of the households then entitled are on them.
-- Where a town has only a few households the county as a whole decides. Scheme and town are '' when unknown.
create table pay_cover as
with home as (
  select household_key, programme, coalesce(scheme, '') as scheme, coalesce(town, '') as town, coalesce(started_month, date '1900-01-01') as from_month from household),
 month as (select distinct benefit_month from household_pay),
 listed as (
  select h.programme, h.scheme, h.town, p.benefit_month, count(*) as listed from household_pay p join home h using (household_key)
  where p.times > 0 or p.returned_fen > 0 group by all),
 due as (
  select g.programme, g.scheme, g.town, m.benefit_month, coalesce(sum(g.n) filter (g.from_month <= m.benefit_month), 0)::bigint as due
  from (select programme, scheme, town, from_month, count(*) as n from home group by all) g cross join month m group by all),
 place as (
  select d.*, coalesce(l.listed, 0) as listed, sum(d.due) over w as all_due, sum(coalesce(l.listed, 0)) over w as all_listed
  from due d left join listed l using (programme, scheme, town, benefit_month)
  window w as (partition by d.programme, d.scheme, d.benefit_month))
select programme, scheme, town, benefit_month, due, listed from place
where case when due >= param('group.min') then listed >= param('pay.batchShare') * due else all_listed > 0 and all_listed >= param('pay.batchShare') * all_due end;
