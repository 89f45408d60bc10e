-- Payment rows with their recipient. `paid` says whether the money arrived: a returned or failed row did not.
create table payment_row as
select p.row_key, r.person_key, r.tier,
       coalesce(p.programme, h.programme, 'other') as programme, p.scheme, p.item,
       coalesce(p.total_fen, coalesce(p.amount_fen, 0) + coalesce(p.uplift_fen, 0) + coalesce(p.care_fen, 0)) as amount_fen,
       p.uplift_fen, p.insured_persons, coalesce(p.status, 'success') as status, coalesce(p.status, 'success') = 'success' as paid,
       coalesce(p.benefit_month, date_trunc('month', p.paid_on)::date) as benefit_month, coalesce(p.benefit_months, 1) as months,
       p.paid_on, p.account_no, p.account_name, p.bank, p.batch_no, p.fail_reason,
       coalesce(regexp_matches(concat_ws(' ', p.item, p.note), '补发|补缴|补差|追补'), false) as is_back_pay,
       coalesce(regexp_matches(concat_ws(' ', p.item, p.note), '价格|物价|一次性|年终|春节|过节|节日|取暖|慰问|丧葬|临时'), false) as is_extra,
       h.household_key, coalesce(p.town, h.town, q.town) as town, coalesce(p.village, h.village, q.village) as village, p.sheet_id, p.file_no
from payment p
join ref r on r.row_key = p.row_key and r.slot = 'person'
left join person q on q.person_key = r.person_key
left join (select person_key, programme, min(household_key) as household_key, min(town) as town, min(village) as village
           from (select m.person_key, m.household_key, h.programme, h.town, h.village from member m join household h using (household_key))
           group by all) h on h.person_key = r.person_key and h.programme = coalesce(p.programme, h.programme)
where coalesce(p.total_fen, p.amount_fen, p.uplift_fen, p.care_fen) is not null
qualify row_number() over (partition by p.row_key order by h.programme) = 1;

create table payment_month as
select row_key, programme, person_key, household_key, (benefit_month + to_months(i::int))::date as benefit_month,
       amount_fen // months + if(i = 0, amount_fen % months, 0) as amount_fen,
       paid_on, account_no, account_name, status, is_back_pay, is_extra, item, town, village, tier
from (select *, unnest(range(months)) as i from payment_row where paid and benefit_month is not null);
