-- People in office. role: handler (caseworkers), village_committee, payroll.
create table official as
select r.person_key, r.tier, 'handler' as role, c.unit, c.post, null::text as staff_kind, c.from_on, c.to_on, c.town, null::text as village, null::bigint as pay_fen, c.row_key
from caseworker_roll c join ref r on r.row_key = c.row_key and r.slot = 'person'
union all
select r.person_key, r.tier, 'village_committee', concat(coalesce(v.town, ''), coalesce(v.village, '')), v.post, null, v.term_from, v.term_to, v.town, v.village, v.pay_fen, v.row_key
from village_committee v join ref r on r.row_key = v.row_key and r.slot = 'person'
union all
select r.person_key, r.tier, 'payroll', f.unit, f.post, coalesce(f.staff_kind, 'unknown'), null, null, null, null, f.wage_fen, f.row_key
from fiscal_payroll f join ref r on r.row_key = f.row_key and r.slot = 'person'
where f.pay_status is distinct from 'stopped';
