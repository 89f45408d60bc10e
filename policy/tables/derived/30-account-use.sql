-- Spelling of a name with the commonest variant surnames made one, for comparing the names banks print.
create or replace macro name_form(n) as translate(n, '萧傅阎戴邱於蓝锺·', '肖付闫代丘于兰钟');

-- Whether the name a bank prints may stand for a person's: equal, cut short by the bank, masked with a sign, or with a note.
create or replace macro name_fits(holder, n) as (
  name_form(holder) = name_form(n)
  or (length(holder) >= 2 and length(n) >= 2 and (starts_with(name_form(holder), name_form(n)) or starts_with(name_form(n), name_form(holder)) or contains(holder, n)))
  or (regexp_matches(holder, '[*?＊？×某□]') and holder ~ '.*[^*?＊？×某□].*'
      and regexp_full_match(n, regexp_replace(regexp_replace(holder, '[^*?＊？×某□\p{Han}·]', '', 'g'), '[*?＊？×某□]', '.', 'g'))));

-- Share of characters two names have in common, 0 to 1, by the longer one.
create or replace macro name_likeness(a, b) as (
  len(list_intersect(string_split(name_form(a), ''), string_split(name_form(b), ''))) / greatest(length(a), length(b)));

-- Organisations, told by their names.
create or replace macro is_home(holder) as (regexp_matches(holder, '敬老院|福利院|养老|供养|救助站|医院|托养|光荣院|社会福利|福利中心'));
create or replace macro is_office(holder) as (regexp_matches(holder, '委员会|村委|居委|政府|办公室|服务中心|合作社|公司|民政|财政|村集体|社区$|专户'));

-- Which account, in whose name, each person's money went to: one row a person, account and holder, over all programmes
-- and batches. `own`: the holder's name is the person's.
create table account_use as
with used as (
  select person_key, account_no, account_name, min(household_key) as household_key, min(programme) as programme, min(tier) as tier,
         min(benefit_month) as first_month, max(benefit_month) as last_month, count(distinct benefit_month) as months,
         sum(amount_fen)::bigint as amount_fen, max(bank) as bank, max(town) as town, max(village) as village, list_sort(list(row_key)) as rows
  from payment_row where paid and tier <> 'number_only' and coalesce(account_no, account_name) is not null
  group by person_key, account_no, account_name)
select u.*, coalesce(name_fits(u.account_name, p.name), true) as own
from used u join person p using (person_key);
