-- Who is already looked after, as members of a household on the rolls or as children on child money (omission rules leave them out).
create table covered as
select distinct person_key, programme from (
  select person_key, programme from member where insured or programme = 'edge'
  union all select person_key, programme from benefit where programme in ('orphan', 'unattended')
  union all select person_key, programme from payment_month
  where programme in ('dibao', 'tekun', 'orphan', 'unattended') and benefit_month >= month_start(as_of()) - to_months(2) and not is_extra
    and tier <> 'number_only');
