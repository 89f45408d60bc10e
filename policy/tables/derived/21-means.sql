-- The means test of each household on the rolls as far as the lists tell: the standard in force and the income stated.
-- standard_fen is NULL where the office has not told its standard (local number): rules then stay below `serious`.
create table means as
select h.household_key, h.programme, coalesce(h.scheme, 'rural') as scheme, h.size, h.insured_persons, h.income_month_fen,
       (select s.amount_fen from standard_at s
        where s.programme = 'dibao' and coalesce(s.scheme, coalesce(h.scheme, 'rural')) = coalesce(h.scheme, 'rural')
          and s.from_month <= as_of() and (s.to_month is null or s.to_month > as_of())
        order by length(s.region) desc, s.from_month desc limit 1) as standard_fen
from household h;
