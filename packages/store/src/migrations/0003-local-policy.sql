-- How an office runs the rules of the policy pack, the local numbers it sets, and what became of its divisions. Every row
-- is written once: a change is another row.

-- A county lets a rule find leads, lets it only count (试行), or does not run it. The highest number is in force.
create table rule_mode (
  id uuid primary key,
  region text not null references division (code),
  rule text not null,
  -- 1, 2, … for each rule of a county
  no integer not null,
  mode text not null check (mode in ('enabled', 'shadow', 'retired')),
  reason text not null check (length(btrim(reason)) > 0),
  set_by uuid not null references account (id),
  set_at timestamptz not null,
  unique (region, rule, no)
);

-- A local number proposed for a division, or (revokes) the proposal to take one back. In force when another person confirmed it.
create table local_value (
  id uuid primary key,
  region text not null references division (code),
  parameter text not null,
  value jsonb,
  from_on date,
  -- exclusive; null: until further notice
  to_on date check (to_on > from_on),
  -- the document it rests on; of a revocation the reason
  basis text not null check (length(btrim(basis)) > 0),
  published_on date,
  revokes uuid references local_value (id),
  proposed_by uuid not null references account (id),
  proposed_at timestamptz not null,
  check ((revokes is null) = (value is not null) and (revokes is null) = (from_on is not null)),
  unique (id, region, proposed_by)
);
create index local_value_of on local_value (parameter, region, proposed_at);
create table local_value_decision (
  value_id uuid primary key,
  region text not null,
  proposed_by uuid not null,
  decision text not null check (decision in ('confirmed', 'declined', 'withdrawn')),
  reason text,
  decided_by uuid not null references account (id),
  decided_at timestamptz not null,
  foreign key (value_id, region, proposed_by) references local_value (id, region, proposed_by),
  -- whoever proposes does not confirm; only they take it back
  check ((decision = 'withdrawn') = (decided_by = proposed_by))
);

-- A division that is no more keeps its code: what lies in it stays there, and names lead to its successor.
alter table division add column ended_on date;
alter table division add column successor text references division (code);
alter table division add check ((ended_on is null) = (successor is null) and successor is distinct from code);
create table division_change (
  id uuid primary key,
  region text not null references division (code),
  kind text not null check (kind in ('added', 'renamed', 'merged')),
  old_name text,
  new_name text,
  successor text references division (code),
  effective_on date not null,
  reason text not null check (length(btrim(reason)) > 0),
  changed_by uuid not null references account (id),
  changed_at timestamptz not null
);
create index division_change_in_order on division_change (changed_at desc, id);

grant select, insert on rule_mode, local_value, local_value_decision, division_change to yangguang_app;

create trigger rule_mode_is_append_only before update or delete on rule_mode
  for each row execute function refuse_change();
create trigger local_value_is_append_only before update or delete on local_value
  for each row execute function refuse_change();
create trigger local_value_decision_is_append_only before update or delete on local_value_decision
  for each row execute function refuse_change();
create trigger division_change_is_append_only before update or delete on division_change
  for each row execute function refuse_change();

-- Written for one's own area; seen by whoever works below it as well, because it holds for them.
do $policies$
declare
  name text;
begin
  foreach name in array array['rule_mode', 'local_value', 'local_value_decision', 'division_change'] loop
    execute format('alter table %I enable row level security', name);
    execute format($$create policy scope on %I to yangguang_app
      using (region ^@ any ((select reach_of('app.within'))::text[]))$$, name);
    execute format($$create policy addressed on %I for select to yangguang_app
      using (exists (select 1 from unnest((select reach_of('app.within'))::text[]) as area where area ^@ region))$$, name);
  end loop;
end $policies$;
