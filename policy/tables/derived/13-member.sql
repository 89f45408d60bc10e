-- The people of each household on the rolls. Where no member list came, the head alone is known.
create table member as
with told as (
  select e.programme || ':' || e.head_key as household_key, e.programme, e.person_key, e.head_key, e.dataset, e.row_key,
         m.relation, m.insured, m.health, m.labour, m.disability_kind, m.disability_grade, m.employment, m.in_school, m.income_month_fen, m.note,
         case e.dataset when 'dibao_member' then 1 when 'tekun_person' then 2 when 'edge_household' then 3 else 4 end as preference
  from roster_entry e left join dibao_member m on m.row_key = if(e.dataset = 'dibao_member', e.row_key, null)
), best as (
  select *, row_number() over (partition by household_key, person_key order by preference, row_key) as nth from told)
select b.household_key, b.programme, b.person_key, p.name, p.id_number, p.id_state,
       if(b.person_key = b.head_key, 'self', b.relation) as relation, b.person_key = b.head_key as is_head,
       coalesce(b.insured, if(regexp_matches(b.note, '特困|五保|不享受|未享受|非保|已故|死亡|服刑'), false, null), b.programme <> 'edge') as insured, true as counted, p.sex, p.birth_on,
       b.health, b.labour, b.disability_kind, b.disability_grade, b.employment, b.in_school, b.income_month_fen, p.town, p.village, b.row_key
from best b join person p using (person_key) where b.nth = 1;

-- Each person's present household: dibao before tekun before edge.
create or replace table person as
select p.*, m.household_key, m.programme
from person p left join (
  select person_key, household_key, programme,
         row_number() over (partition by person_key order by list_position(['dibao', 'tekun', 'edge'], programme), household_key) as nth
  from member) m on m.person_key = p.person_key and m.nth = 1;
