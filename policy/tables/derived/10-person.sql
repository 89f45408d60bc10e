-- Everyone the run knows, one row a person, with the best-known name and place.
-- `mention` (made by the linkage stage) says who each source row is about; lower `priority` is the better source.
create table person as
with told as (
  select person_key,
         arg_min(name, (priority, row_key)) filter (name is not null) as name,
         arg_min(sex, (priority, row_key)) filter (sex is not null) as stated_sex,
         arg_min(birth_on, (priority, row_key)) filter (birth_on is not null) as stated_birth_on,
         arg_min(town, (priority, row_key)) filter (town is not null) as town,
         arg_min(village, (priority, row_key)) filter (village is not null) as village,
         arg_min(group_name, (priority, row_key)) filter (group_name is not null) as group_name,
         arg_min(address, (priority, row_key)) filter (address is not null) as address,
         arg_min(phone, (priority, row_key)) filter (phone is not null) as phone,
         arg_min(id_text, (priority, row_key)) filter (id_text is not null) as id_text,
         arg_min(id_state, (priority, row_key)) as id_state
  from mention group by person_key)
select person_key, name,
       case when person_key[1:2] = 'i:' then person_key[3:] else id_text end as id_number,
       case when person_key[1:2] = 'i:' then 'valid' else id_state end as id_state,
       case when person_key[1:2] = 'i:' then if(person_key[19:19]::int % 2 = 1, 'male', 'female') else stated_sex end as sex,
       case when person_key[1:2] = 'i:' then try_cast(person_key[9:12] || '-' || person_key[13:14] || '-' || person_key[15:16] as date)
            else stated_birth_on end as birth_on,
       (select region from run_context) as county, town, village, group_name, address, phone
from told;
