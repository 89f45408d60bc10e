-- Payment rows with their recipient. `paid` says whether the money arrived: a returned or failed row did not. What a
-- remark says counts where no status column exists, and a bank's list of returned payments counts against the list that
-- ordered them: the order is then marked returned, and the bank's row stands only where no order is found.
create table payment_row as
with told as (
  select p.*, case when p.status is not null then p.status
                   when regexp_matches(concat_ws(' ', p.fail_reason, p.note), '退汇|退回|退票|发放失败|未到账') and not regexp_matches(concat_ws(' ', p.item, p.note), '重发|补发|重新|已发|更正') then 'returned' end as known,
         coalesce(p.total_fen, coalesce(p.amount_fen, 0) + coalesce(p.uplift_fen, 0) + coalesce(p.care_fen, 0)) as sum_fen,
         coalesce(p.benefit_month, date_trunc('month', p.paid_on)::date) as month
  from payment p where coalesce(p.total_fen, p.amount_fen, p.uplift_fen, p.care_fen) is not null),
 return_list as (select sheet_id from told group by sheet_id having avg(coalesce(known in ('returned', 'failed'), false)::int) >= 0.5),
 bank as (
  select r.person_key, t.month, t.sum_fen, min(t.row_key) as row_key, min(t.fail_reason) as fail_reason, min(t.note) as note
  from told t join ref r on r.row_key = t.row_key and r.slot = 'person' where t.sheet_id in (select sheet_id from return_list) and t.known in ('returned', 'failed') group by 1, 2, 3),
 ordered as (
  select b.person_key, b.month, b.sum_fen, min(t.row_key) as order_key, min(b.row_key) as bank_key, min(coalesce(b.fail_reason, b.note)) as reason
  from bank b join ref r on r.person_key = b.person_key and r.dataset = 'payment' and r.slot = 'person'
  join told t on t.row_key = r.row_key and t.month = b.month and t.sum_fen = b.sum_fen
  where t.known is null and t.sheet_id not in (select sheet_id from return_list) group by 1, 2, 3),
 kept as (
  select t.* replace (coalesce(t.fail_reason, o.reason) as fail_reason), coalesce(if(o.order_key is not null, 'returned', null), t.known, 'success') as arrived
  from told t left join ordered o on o.order_key = t.row_key where not exists (select 1 from ordered b where b.bank_key = t.row_key))
select p.row_key, r.person_key, r.tier,
       coalesce(p.programme, h.programme, 'other') as programme, p.scheme, p.item, p.sum_fen as amount_fen,
       p.uplift_fen, p.insured_persons, p.arrived as status, p.arrived = 'success' as paid,
       p.month as benefit_month, coalesce(p.benefit_months, 1) as months,
       p.paid_on, p.account_no, p.account_name, p.bank, p.batch_no, p.fail_reason,
       coalesce(regexp_matches(concat_ws(' ', p.item, p.note), '补发|补缴|补差|追补'), false) as is_back_pay,
       coalesce(regexp_matches(concat_ws(' ', p.item, p.note), '价格|物价|一次性|年终|春节|过节|节日|取暖|慰问|丧葬|临时'), false) as is_extra,
       h.household_key, coalesce(p.town, h.town, q.town) as town, coalesce(p.village, h.village, q.village) as village, p.sheet_id, p.file_no
from kept p
join ref r on r.row_key = p.row_key and r.slot = 'person'
left join person q on q.person_key = r.person_key
left join (
  -- A row that names no programme takes the person's first one (key '').
  with held as (
    select m.person_key, h.programme, min(m.household_key) as household_key, min(h.town) as town, min(h.village) as village
    from member m join household h using (household_key) group by all)
  select person_key, programme as wanted, programme, household_key, town, village from held
  union all
  select person_key, '', programme, household_key, town, village from held
  qualify row_number() over (partition by person_key order by programme) = 1
) h on h.person_key = r.person_key and h.wanted = coalesce(p.programme, '');

create table payment_month as
select row_key, programme, person_key, household_key, (benefit_month + to_months(i::int))::date as benefit_month,
       amount_fen // months + if(i = 0, amount_fen % months, 0) as amount_fen,
       paid_on, account_no, account_name, status, is_back_pay, is_extra, item, town, village, tier
from (select *, unnest(range(months)) as i from payment_row where paid and benefit_month is not null);
