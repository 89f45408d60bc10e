-- Names that may lawfully stand beside a person: his own other names, his household, kin, guardian, carer and proxy.
create table near_name as
with near as (
  select m.person_key, m.name, 'own' as kind from mention m join person p using (person_key) where m.name is not null and m.name <> p.name
  union all
  select r.person_key, h.former_name, 'own' from hukou h join ref r on r.row_key = h.row_key and r.slot = 'person' where h.former_name is not null
  union all
  select r.person_key, h.former_name, 'own' from hukou_cancellation h join ref r on r.row_key = h.row_key and r.slot = 'person' where h.former_name is not null
  union all
  select a.person_key, b.name, 'household' from member a join member b using (household_key) where a.person_key <> b.person_key
  union all
  select k.a_key, p.name, 'kin' from kin k join person p on p.person_key = k.b_key
  union all
  select a.person_key, p.name, 'kin' from family_seat a join family_seat b on b.seat = a.seat and b.person_key <> a.person_key
  join person p on p.person_key = b.person_key where a.source = 'hukou'
  union all
  select r.person_key, g.name, g.kind
  from (select row_key, guardian_name as name, 'guardian' as kind from child_roster
        union all select row_key, guardian_name, 'guardian' from disability_subsidy
        union all select row_key, guardian_name, 'guardian' from disability_certificate
        union all select row_key, guardian_name, 'guardian' from tekun_person
        union all select row_key, carer_name, 'carer' from tekun_person) g
  join ref r on r.row_key = g.row_key and r.slot = 'person' where g.name is not null
  union all
  select r.person_key, a.proxy_name, 'proxy' from proxy_agreement a join ref r on r.row_key = a.row_key and r.slot = 'recipient' where a.proxy_name is not null)
select distinct person_key, name, kind from near where name is not null;
