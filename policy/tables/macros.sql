-- Named macros for rule queries and derived tables. They read run_context, parameter, parameter_now, regime and
-- standard_at. Scalar lookups with a constant name are evaluated once; lookups by row are joins inside the engine.

-- The as-of date of the run.
create macro as_of() as (select c.as_of from run_context c);

-- The six-digit region of the run.
create macro run_region() as (select c.region from run_context c);

-- Value of a parameter at the run's region and as-of date; NULL when unknown there.
create macro param(n) as (select p.value from parameter_now p where p.name = n);

-- The same as text, for categories and lists.
create macro param_text(n) as (select p.text from parameter_now p where p.name = n);

-- A list parameter: 'civil_servant,institution' becomes a list of texts.
create macro param_list(n) as string_split((select p.text from parameter_now p where p.name = n), ',');

-- A parameter given in yuan, as whole fen.
create macro param_fen(n) as (select round(p.value * 100)::bigint from parameter_now p where p.name = n);

-- Value of a parameter for the region of a row, on a date; a row without region takes the run's.
create macro param_at(n, reg, on_date) as (
  select arg_max(p.value, (length(p.region), p.from_on)) from parameter p
  where p.name = n and starts_with(coalesce(reg, run_region()), p.region)
    and on_date >= p.from_on and (p.to_on is null or on_date < p.to_on));

create macro param_text_at(n, reg, on_date) as (
  select arg_max(p.text, (length(p.region), p.from_on)) from parameter p
  where p.name = n and starts_with(coalesce(reg, run_region()), p.region)
    and on_date >= p.from_on and (p.to_on is null or on_date < p.to_on));

-- Legal regime on a date: 'R0', 'R1', 'R2' or 'R3'.
create macro regime(on_date) as (
  select any_value(r.id) from regime r
  where on_date >= r.from_on and (r.to_on is null or on_date < r.to_on));

-- First day of the month.
create macro month_start(d) as date_trunc('month', d)::date;

-- Whole months from the month of a to the month of b; days do not count.
create macro months_between(a, b) as ((year(b) - year(a)) * 12 + month(b) - month(a));

-- Full years of age on a date; somebody born on 29 February has a birthday on 1 March in common years.
create macro age_on(birth, on_date) as (
  year(on_date) - year(birth)
  - (month(on_date) * 100 + day(on_date) < month(birth) * 100 + day(birth))::int);

-- Fen as yuan in text: 123450 becomes '1234.50'.
create macro yuan(fen) as (
  case when fen < 0 then '-' else '' end || (abs(fen) // 100)::text || '.' || lpad((abs(fen) % 100)::text, 2, '0'));

-- Exact comparison of two products of whole numbers: a × m ≥ b × n, without any division.
create macro ratio_ge(a, m, b, n) as (a::hugeint * m::hugeint >= b::hugeint * n::hugeint);
create macro ratio_gt(a, m, b, n) as (a::hugeint * m::hugeint > b::hugeint * n::hugeint);
create macro ratio_lt(a, m, b, n) as (a::hugeint * m::hugeint < b::hugeint * n::hugeint);

-- Severe disability: the two worst grades of every kind, and the third of intellectual and psychiatric disability.
create macro severe(kind, grade) as (
  grade is not null and grade >= 1 and grade <= case
    when list_contains(param_list('severe.mentalKinds'), kind) then param('severe.mentalGrade')
    else param('severe.grade') end);

-- No capacity to work for tekun by disability alone, on a date (the grades were widened in 2021).
create macro tekun_disabled(kind, grade, on_date) as (
  grade is not null and grade >= 1 and grade <= coalesce(case
    when list_contains(param_list('severe.mentalKinds'), kind) then param_at('tekun.disabilityGrade.mental', NULL, on_date)
    when kind = 'physical' then param_at('tekun.disabilityGrade.physical', NULL, on_date)
    when kind = 'visual' then param_at('tekun.disabilityGrade.visual', NULL, on_date) end, 0));

-- Monthly standard in fen of a programme ('dibao', 'tekun', 'edge', 'orphan' …) and scheme ('urban', 'rural' or NULL)
-- for a region and month; NULL when unknown. The longest region prefix and the newest standard win.
create macro standard_fen(reg, prog, schm, on_month) as (
  select arg_max(s.amount_fen, (length(s.region), s.scheme is not null, s.from_month)) from standard_at s
  where starts_with(coalesce(reg, run_region()), s.region) and s.programme = prog
    and (s.scheme is null or s.scheme = schm)
    and on_month >= s.from_month and (s.to_month is null or on_month < s.to_month));
