-- Ledgers of a campaign: what people typed because no case says it, and the periods that were locked.

-- A word is never changed: the newest of a cell counts, and who said what before stays.
create table ledger_entry (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  -- such as report:tableInBenefit, ledger:0, list:problemList
  ledger text not null,
  -- the day the period is due; null for what is of no period, such as what a family owns
  period_on date,
  region text not null references division (code),
  programme text not null default 'none',
  household_id uuid references household (id),
  row_key text not null,
  column_name text not null,
  body text not null,
  typed_by uuid references account (id),
  typed_at timestamptz not null
);
create index ledger_entry_of_cell on ledger_entry (campaign_id, ledger, row_key, column_name, typed_at);
create index ledger_entry_of_household on ledger_entry (household_id) where household_id is not null;

-- A table as it was when its period was locked, byte for byte. Names and numbers in it are masked.
create table ledger_lock (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  ledger text not null,
  period_on date not null,
  region text not null references division (code),
  as_of timestamptz not null,
  content text not null,
  -- SHA-256 of content in UTF-8
  sha256 bytea not null,
  row_count integer not null,
  cells integer not null,
  filled integer not null,
  locked_by uuid references account (id),
  locked_at timestamptz not null,
  unique (campaign_id, ledger, period_on, region)
);
create trigger ledger_lock_is_append_only before update or delete on ledger_lock
  for each row execute function refuse_change();

grant select, insert on ledger_entry, ledger_lock to yangguang_app;

alter table ledger_entry enable row level security;
create policy scope on ledger_entry to yangguang_app using (region ^@ any ((select reach_of('app.areas'))::text[])
  or (programme || '|' || region) ^@ any ((select reach_of('app.pairs'))::text[]));
-- A locked table is about every programme: for those who see them all.
alter table ledger_lock enable row level security;
create policy scope on ledger_lock to yangguang_app using (region ^@ any ((select reach_of('app.areas'))::text[]));

-- What was typed about a family goes when retention takes what is personal about it away.
create function forget_ledger_entries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  delete from ledger_entry where household_id = new.id;
  return null;
end $$;
revoke all on function forget_ledger_entries() from public;
create trigger household_erased_forgets after update of erased_at on household for each row
  when (new.erased_at is not null and old.erased_at is null) execute function forget_ledger_entries();

-- Who was sent to look, and the flow of leads of a campaign, are read by campaign.
create index matter_of_campaign_in_town on matter (campaign_id, town, workflow, state);
