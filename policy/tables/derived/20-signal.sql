-- Signals of income or assets of any known person, used where a rule asks whether a relative "has means".
-- kind: payroll, vehicle, house, business, wage, pension.
create table signal as
select o.person_key, 'payroll' as kind, o.tier, o.pay_fen as month_fen, o.row_key from official o
where o.role = 'payroll' and list_contains(string_split(param_text('fiscal.categories'), ','), o.staff_kind)
union all
select r.person_key, 'vehicle', r.tier, null, v.row_key from vehicle v join ref r on r.row_key = v.row_key and r.slot = 'person'
where coalesce(v.status, 'normal') in ('normal', 'mortgaged') and coalesce(v.vehicle_class, 'car') in ('car', 'bus', 'truck')
union all
select r.person_key, 'business', r.tier, null, b.row_key from business b join ref r on r.row_key = b.row_key and r.slot = 'person'
where coalesce(b.status, 'active') = 'active' and coalesce(b.role, 'operator') in ('legal_representative', 'operator', 'shareholder') and b.kind is distinct from 'cooperative'
union all
select r.person_key, 'wage', r.tier, s.base_fen, s.row_key from social_insurance s join ref r on r.row_key = s.row_key and r.slot = 'person'
where s.insurance_kind in ('employee_pension', 'civil_pension') and coalesce(s.payer_kind, 'employee') = 'employee' and coalesce(s.status, 'active') = 'active'
union all
select r.person_key, 'pension', r.tier, p.monthly_fen, p.row_key from pension p join ref r on r.row_key = p.row_key and r.slot = 'person'
where p.kind in ('employee', 'civil') and coalesce(p.status, 'active') = 'active'
union all
select r.person_key, 'house', r.tier, null, h.row_key from real_estate h join ref r on r.row_key = h.row_key and r.slot = 'person'
where coalesce(h.status, 'current') = 'current' and h.use_kind in ('commercial', 'office');
