-- Near relatives (Civil Code art. 1045) seen in the hukou, marriage, roll and poverty lists, both ways round.
-- `relation` is what b is to a. In-laws and "other" are left out: outside the degree.
create table family_seat as
select 'hukou' as source, 'h:' || h.hukou_no as seat, r.person_key, if(h.relation is null and r.person_key = hd.person_key, 'self', h.relation) as relation, h.row_key
from hukou h join ref r on r.row_key = h.row_key and r.slot = 'person'
left join ref hd on hd.row_key = h.row_key and hd.slot = 'head'
where h.hukou_no is not null and h.hukou_kind is distinct from 'collective' and h.moved_out_on is null and r.tier <> 'number_only'
union all
select 'roster', household_key, person_key, relation, row_key from member
union all
select 'poverty_register', 'p:' || p.household_no, r.person_key, p.relation, p.row_key
from poverty_register p join ref r on r.row_key = p.row_key and r.slot = 'person' where p.household_no is not null and r.tier <> 'number_only';

create table kin as
with pair(a, b, relation) as (values
  ('self','spouse','spouse'), ('self','child','child'), ('self','son','child'), ('self','daughter','child'), ('self','parent','parent'),
  ('self','grandchild','grandchild'), ('self','grandparent','grandparent'), ('self','sibling','sibling'),
  ('spouse','self','spouse'), ('spouse','child','child'), ('spouse','son','child'), ('spouse','daughter','child'), ('spouse','grandchild','grandchild'),
  ('child','self','parent'), ('son','self','parent'), ('daughter','self','parent'), ('child','spouse','parent'), ('son','spouse','parent'), ('daughter','spouse','parent'),
  ('child','child','sibling'), ('child','son','sibling'), ('child','daughter','sibling'), ('son','child','sibling'), ('son','son','sibling'),
  ('son','daughter','sibling'), ('daughter','child','sibling'), ('daughter','son','sibling'), ('daughter','daughter','sibling'),
  ('child','parent','grandparent'), ('son','parent','grandparent'), ('daughter','parent','grandparent'),
  ('parent','self','child'), ('parent','child','grandchild'), ('parent','son','grandchild'), ('parent','daughter','grandchild'), ('parent','parent','spouse'),
  ('parent','sibling','child'), ('sibling','parent','parent'), ('sibling','self','sibling'), ('sibling','sibling','sibling'),
  ('grandchild','self','grandparent'), ('grandchild','spouse','grandparent'), ('grandparent','self','grandchild')),
 seat as (select * from family_seat where relation is not null qualify count(*) over (partition by seat) <= 20),
 wed as (
  select r.person_key as a, s.person_key as b, m.kind, m.registered_on, m.row_key
  from marriage m join ref r on r.row_key = m.row_key and r.slot = 'person' join ref s on s.row_key = m.row_key and s.slot = 'spouse'
  where r.tier <> 'number_only' and s.tier <> 'number_only'),
 last_wed as (select least(a, b) as a, greatest(a, b) as b, arg_max(kind, (registered_on, row_key)) as kind, arg_max(row_key, (registered_on, row_key)) as row_key from wed group by 1, 2),
 edge as (
  select x.person_key as a_key, y.person_key as b_key, p.relation, x.source, greatest(x.row_key, y.row_key) as row_key, least(x.row_key, y.row_key) as other_row_key
  from seat x join seat y on x.seat = y.seat and x.person_key <> y.person_key join pair p on p.a = x.relation and p.b = y.relation
  union all select a, b, 'spouse', 'marriage', row_key, row_key from last_wed where kind is distinct from 'divorce'
  union all select b, a, 'spouse', 'marriage', row_key, row_key from last_wed where kind is distinct from 'divorce')
select a_key, b_key, arg_min(relation, (source, row_key)) as relation, arg_min(source, (source, row_key)) as source,
       list_sort(list_distinct(list(row_key) || list(other_row_key)))[1:4] as sources
from edge
where not exists (select 1 from last_wed w where w.kind = 'divorce' and edge.relation = 'spouse' and w.a = least(a_key, b_key) and w.b = greatest(a_key, b_key))
group by a_key, b_key;
