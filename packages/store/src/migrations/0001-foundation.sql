-- Who works here, what the work is about, and the journal of acts.
-- Role yangguang_app is what the server becomes for every request: row-level security holds for it, and it may append
-- to the journal but never change or remove a step. It is made by the runner before this file (a role outlives databases).

create extension if not exists pg_trgm;

-- Divisions this installation knows: official codes to the township, villages from the office's own lists.
create table division (
  code text primary key check (code ~ '^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$'),
  name text not null,
  -- Code as published, or numbered here because none is published.
  is_local boolean not null default false,
  sort_no integer not null default 0
);
create index division_by_name on division (name);

create table unit (
  id uuid primary key,
  area text not null references division (code),
  name text not null,
  kind text not null check (kind in ('bureau', 'town', 'village', 'department', 'bank', 'institution', 'discipline')),
  created_at timestamptz not null
);

-- Keys that values here are sealed with: which versions, never the keys.
create table vault_key (
  version integer primary key,
  fingerprint text not null,
  suite text not null,
  made_at timestamptz not null
);

-- One row in a database made for showing: its accounts have a password that is printed, and only `serve --demo` opens it.
create table demo (
  made_at timestamptz primary key
);

-- ── accounts ────────────────────────────────────────────────────────────────
create table account (
  id uuid primary key,
  user_name text not null unique check (user_name = lower(user_name) and length(user_name) between 2 and 40),
  full_name text not null,
  unit_id uuid references unit (id),
  -- Argon2id, PHC string. Null: single sign-on only.
  password text,
  password_set_at timestamptz,
  must_change_password boolean not null default true,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The last TOTP time step used: a code works once.
  totp_last_step bigint,
  -- A new secret that its owner has not yet confirmed with a code.
  totp_pending bytea,
  oidc_subject text unique,
  failed_logins integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references account (id),
  version integer not null default 1
);
create table password_history (
  account_id uuid not null references account (id),
  password text not null,
  set_at timestamptz not null,
  primary key (account_id, set_at)
);
create table appointment (
  id uuid primary key,
  account_id uuid not null references account (id),
  role text not null,
  area text not null check (area ~ '^(\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?)?$'),
  -- null: all programmes
  programmes text[],
  from_on date not null,
  -- exclusive
  to_on date,
  granted_by uuid references account (id),
  granted_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references account (id),
  -- breakGlass: taken by oneself for a short time outside one's own area, with a reason, to read only
  kind text not null default 'regular' check (kind in ('regular', 'breakGlass')),
  reason text,
  expires_at timestamptz,
  -- when an owner of the area took note of it
  seen_at timestamptz,
  seen_by uuid references account (id),
  check ((kind = 'regular') = (expires_at is null))
);
create index appointment_glass on appointment (area text_pattern_ops, id) where kind = 'breakGlass';
create index appointment_of_account on appointment (account_id);
create table session (
  -- SHA-256 of the token: the database never holds what opens the door.
  token_hash bytea primary key,
  id uuid not null unique,
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- false until the second factor is given
  is_complete boolean not null,
  address text,
  agent text,
  ended_at timestamptz
);
create index session_of_account on session (account_id) where ended_at is null;
-- Codes on paper for a lost telephone: 80 random bits each, so a plain SHA-256 keeps them; a code works once.
create table recovery_code (
  account_id uuid not null references account (id),
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
-- Failed logins of an address, whatever names were tried.
create table address_lock (
  address text primary key,
  failed_logins integer not null,
  since timestamptz not null,
  locked_until timestamptz
);
-- The code the server prints at its first start; who holds it names the three administrators, once.
create table set_up_code (
  code_hash bytea primary key,
  made_at timestamptz not null,
  used_at timestamptz
);

-- ── matters and their journal ───────────────────────────────────────────────
create table campaign (
  id uuid primary key,
  matter_id uuid not null,
  template text not null,
  title text not null,
  document_no text,
  region text not null,
  from_on date not null,
  to_on date not null,
  -- settings of this campaign: phases, cohorts, parameters of its own (photos, sampling)
  settings jsonb not null,
  version integer not null default 1
);

create table household (
  id uuid primary key,
  region text not null references division (code),
  programme text not null,
  head_name text not null,
  -- everything personal about the household and its members, encrypted as one JSON document
  private bytea,
  address text,
  members integer,
  version integer not null default 1,
  updated_at timestamptz not null,
  province text generated always as (left(region, 2)) stored,
  city text generated always as (left(region, 4)) stored,
  county text generated always as (left(region, 6)) stored,
  town text generated always as (left(region, 9)) stored
);
create index household_by_town on household (town, id);
create index household_by_name on household using gin (head_name gin_trgm_ops);
-- Under row-level security only leakproof operators reach an index: names are found by their beginning.
create index household_name_in_town on household (town, head_name collate "C", id);
create index household_name_in_county on household (county, head_name collate "C", id);

-- Exact search by number without holding the number: keyed hash → household.
create table person_index (
  blind bytea not null,
  key_version integer not null,
  kind text not null check (kind in ('id', 'account', 'phone', 'name')),
  household_id uuid not null references household (id) on delete cascade,
  region text not null,
  programme text not null,
  primary key (blind, kind, household_id)
);

-- A matter is one run of one workflow. Everything but the key is a projection of its steps, written with them.
create table matter (
  id uuid primary key,
  workflow text not null,
  kind text,
  campaign_id uuid references campaign (id),
  household_id uuid references household (id),
  parent_id uuid references matter (id),
  region text not null references division (code),
  programme text not null default 'none',
  title text not null,
  state text not null,
  is_ended boolean not null default false,
  -- number of steps; a step names the version it saw
  version integer not null default 0,
  severity text,
  amount_fen bigint,
  -- open facts and, encrypted, the others
  facts jsonb not null default '{}',
  private bytea,
  -- the clock that ends first
  clock text,
  due_on date,
  due_at timestamptz,
  -- when the clock has to look at it next: the first end of a time of which nobody has been told
  wake_at timestamptz,
  -- the first day on which those responsible are to be reminded
  remind_on date,
  -- division of the office above that was told of a time that is over
  escalated_to text,
  assigned_area text,
  assigned_to uuid references account (id),
  is_sealed boolean not null default false,
  -- as its lead is
  is_restricted boolean not null default false,
  opened_at timestamptz not null,
  opened_by uuid references account (id),
  changed_at timestamptz not null,
  province text generated always as (left(region, 2)) stored,
  city text generated always as (left(region, 4)) stored,
  county text generated always as (left(region, 6)) stored,
  town text generated always as (left(region, 9)) stored,
  -- the order of lists: what is due first; without a date at the end
  sort_on date generated always as (coalesce(due_on, date '9999-12-31')) stored
);
-- One index for each way a list is cut, all ending in the order of the list, so that a page costs the same anywhere.
create index matter_of_town on matter (town, workflow, sort_on, id) where not is_ended;
create index matter_of_county on matter (county, workflow, sort_on, id) where not is_ended;
create index matter_of_city on matter (city, workflow, sort_on, id) where not is_ended;
create index matter_state_of_town on matter (town, workflow, state, sort_on, id) where not is_ended;
create index matter_state_of_county on matter (county, workflow, state, sort_on, id) where not is_ended;
create index matter_state_of_city on matter (city, workflow, state, sort_on, id) where not is_ended;
create index matter_kind_of_county on matter (county, workflow, kind, sort_on, id) where not is_ended;
create index matter_severity_of_county on matter (county, workflow, severity, sort_on, id) where not is_ended;
create index matter_kind_of_city on matter (city, workflow, kind, sort_on, id) where not is_ended;
create index matter_severity_of_city on matter (city, workflow, severity, sort_on, id) where not is_ended;
create index matter_ended_of_town on matter (town, workflow, changed_at, id) where is_ended;
create index matter_ended_of_county on matter (county, workflow, changed_at, id) where is_ended;
create index matter_of_household on matter (household_id);
create index matter_of_parent on matter (parent_id);
create index matter_of_campaign on matter (campaign_id, workflow, state);
create index matter_assigned on matter (assigned_to, sort_on, id) where not is_ended;
create index matter_wake on matter (wake_at, id) where wake_at is not null;
create index matter_escalated on matter (escalated_to, sort_on, id) where escalated_to is not null;
alter table campaign add foreign key (matter_id) references matter (id) deferrable initially deferred;

create table matter_link (
  from_id uuid not null references matter (id),
  to_id uuid not null references matter (id),
  primary key (from_id, to_id)
);
create index matter_link_back on matter_link (to_id);

-- The journal. Append only; one chain through all steps in the order of their commit.
create table step (
  seq bigint primary key,
  -- made by the client: sending twice changes nothing
  id uuid not null unique,
  matter_id uuid not null references matter (id),
  step_no integer not null,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid references account (id),
  role text not null,
  area text not null,
  -- when it was done; what was done offline is written down later
  at timestamptz not null,
  recorded_at timestamptz not null,
  reason text,
  -- what the matter is about: the opening, step 0, only
  header jsonb,
  facts jsonb not null,
  private bytea,
  -- hash of what is encrypted, salted: the chain holds when keys are rotated and when retention takes the bytes away
  private_hash bytea,
  evidence jsonb not null,
  -- the clock that ends first, as it stood after this step
  clock jsonb,
  -- hash of what the client sent: the same id with another content is refused
  request_hash bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  unique (matter_id, step_no)
);
create table chain_head (
  name text primary key,
  seq bigint not null,
  hash bytea not null
);
insert into chain_head values
  ('step', 0, decode(repeat('00', 32), 'hex')),
  ('read', 0, decode(repeat('00', 32), 'hex'));

create table evidence (
  id uuid primary key,
  matter_id uuid not null references matter (id),
  kind text not null,
  title text not null,
  -- null: a paper kept in the office, known by its number
  file_name text,
  media_type text,
  bytes bigint,
  sha256 bytea,
  sm3 bytea,
  storage_key text,
  paper_no text,
  added_by uuid references account (id),
  added_at timestamptz not null,
  region text not null,
  programme text not null
);
create index evidence_of_matter on evidence (matter_id);

-- What a household receives. Changed by take_effect() alone, from a decision that went the whole way.
create table entitlement (
  id uuid primary key,
  household_id uuid not null references household (id),
  region text not null,
  programme text not null,
  monthly_fen bigint not null check (monthly_fen > 0),
  from_month date not null check (extract(day from from_month) = 1),
  -- exclusive; null: goes on
  to_month date check (extract(day from to_month) = 1 and to_month >= from_month),
  -- null: as the department's roll had it
  by_step uuid references step (id),
  ended_by uuid references step (id)
);
create index entitlement_of_household on entitlement (household_id);

-- A lead is a finding that entered the store: its matter carries the way it goes, this row the finding.
create table lead (
  -- fingerprint: rule, subject and the facts that fired it
  id text primary key,
  matter_id uuid not null unique references matter (id),
  household_id uuid references household (id),
  run_id uuid not null,
  last_run_id uuid not null,
  rule text not null,
  family text not null,
  severity text not null check (severity in ('info', 'suspect', 'serious')),
  identity_tier text not null,
  grade text not null check (grade in ('lead', 'screening')),
  subject_kind text not null,
  subject_name text not null,
  period text,
  summary_zh text not null,
  summary_en text not null,
  is_restricted boolean not null default false,
  -- evidence rows and subject numbers
  private bytea not null,
  region text not null,
  programme text not null,
  amount_fen bigint,
  pack_version text not null,
  rule_hash text not null,
  -- keyed: rule and subject, and the facts that fired; by them a later run knows the finding again
  subject_hash text not null default '',
  facts_hash text not null default '',
  -- whether anybody was ever sent, and what was found out, as the newest step that says so has it; null while it is
  -- open. Kept by the trigger below.
  is_dispatched boolean not null default false,
  verdict text check (verdict in ('confirmed', 'partly', 'innocent', 'dataWrong', 'identityWrong'))
);
create index lead_of_household on lead (household_id);
create index lead_of_subject on lead (subject_hash);
create index lead_of_rule on lead (rule, matter_id);

create table kinship (
  account_id uuid not null references account (id),
  household_id uuid not null references household (id),
  relation text not null,
  declared_at timestamptz not null,
  -- oneself, or a colleague who knows
  declared_by uuid references account (id),
  primary key (account_id, household_id)
);

-- ── imports, runs, dispatches and the queue they wait in ───────────────────
create table job (
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  -- one job of a key at a time
  queue_key text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  run_after timestamptz not null,
  attempts integer not null default 0,
  max_attempts integer not null default 3,
  -- the process that holds it, and when it last said so, by the clock of the database
  held_by text,
  beat_at timestamptz,
  cancel_asked boolean not null default false,
  -- of the whole, 0–1, and the words of the stage
  progress real not null default 0,
  stage_zh text,
  stage_en text,
  -- a code and kinds of faults, never a message: it may quote data
  last_error text,
  -- what a restart goes on from
  checkpoint jsonb,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index job_next on job (run_after, created_at, id) where state = 'waiting';
create unique index job_of_key on job (queue_key) where state = 'running';

-- Files that departments sent, taken in together.
create table import_batch (
  id uuid primary key,
  region text not null references division (code),
  programme text not null default 'none',
  campaign_id uuid references campaign (id),
  title text not null,
  state text not null check (state in ('open', 'waiting', 'done', 'failed', 'cancelled', 'revoked')),
  job_id uuid references job (id) on delete set null,
  -- passwords of protected files, encrypted; gone when the batch is revoked
  private bytea,
  -- what was recognised in each sheet, and the rows: in = taken + set aside + structure
  report jsonb,
  -- keyed hash of what the client sent when it opened it
  request_hash bytea not null,
  opened_by uuid references account (id),
  opened_at timestamptz not null,
  ended_at timestamptz,
  revoked_by uuid references account (id),
  revoked_at timestamptz,
  revoke_reason text,
  version integer not null default 1
);
create index import_batch_in_order on import_batch (opened_at desc, id);
create table import_file (
  id uuid primary key,
  batch_id uuid not null references import_batch (id),
  region text not null,
  programme text not null default 'none',
  -- input: as it was sent; setAside: rows to correct and send again; mapping: how headings were understood
  kind text not null check (kind in ('input', 'setAside', 'mapping')),
  name text not null,
  bytes bigint not null,
  sha256 bytea not null,
  sm3 bytea not null,
  -- null when the batch was revoked: name and hashes stay, the content is gone
  storage_key text,
  added_by uuid references account (id),
  added_at timestamptz not null,
  unique (batch_id, kind, name)
);
create table run (
  id uuid primary key,
  campaign_id uuid references campaign (id),
  region text not null,
  programme text not null default 'none',
  as_of date,
  pack_version text,
  -- counts only: nothing enters
  is_dry boolean not null default false,
  -- what was asked for: rules
  options jsonb not null default '{}',
  state text not null check (state in ('waiting', 'done', 'failed', 'cancelled')),
  job_id uuid references job (id) on delete set null,
  report jsonb,
  request_hash bytea,
  started_by uuid references account (id),
  created_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1
);
create index run_in_order on run (created_at desc, id);
create table run_batch (
  run_id uuid not null references run (id),
  batch_id uuid not null references import_batch (id),
  primary key (run_id, batch_id)
);
create index run_batch_back on run_batch (batch_id);
-- Leads sent to the towns in one go.
create table dispatch (
  id uuid primary key,
  campaign_id uuid references campaign (id),
  region text not null,
  programme text not null default 'none',
  filter jsonb not null,
  state text not null check (state in ('waiting', 'done', 'failed', 'cancelled')),
  job_id uuid references job (id) on delete set null,
  report jsonb,
  request_hash bytea not null,
  sent_by uuid references account (id),
  created_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1
);

-- ── audit of reads ──────────────────────────────────────────────────────────
create table read_log (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  account_id uuid,
  session_id uuid,
  role text,
  kind text not null,
  operation text not null,
  -- ids and counts, never numbers or names
  subject jsonb not null,
  reason text,
  outcome text not null,
  code text,
  address text,
  -- areas of the reader's appointments, with commas
  region text,
  -- what was read, where that is one household or one matter, and the division it lies in
  household_id text generated always as (subject ->> 'household') stored,
  matter_id text generated always as (subject ->> 'matter') stored,
  place text generated always as (subject ->> 'place') stored
);
create index read_log_of_account on read_log (account_id, seq);
create index read_log_of_kind on read_log (kind, seq);
create index read_log_of_household on read_log (household_id, seq) where household_id is not null;
create index read_log_of_matter on read_log (matter_id, seq) where matter_id is not null;
create index read_log_by_time on read_log (at, seq);
create index step_of_account on step (account_id, seq);
create table read_seal (
  batch bigint primary key,
  from_seq bigint not null,
  to_seq bigint not null,
  rows integer not null,
  at timestamptz not null,
  prev_hash bytea not null,
  hash bytea not null
);
create table daily_root (
  day date primary key,
  step_seq bigint not null,
  step_hash bytea not null,
  read_batch bigint not null,
  read_hash bytea not null,
  root bytea not null,
  made_at timestamptz not null
);

-- ── look-back, sealed packages, samples, exports, retention ─────────────────
-- What was still open when a campaign was closed, taken over by the next look back.
create table look_back (
  campaign_id uuid not null references campaign (id),
  matter_id uuid not null references matter (id),
  state text not null,
  carried_at timestamptz not null,
  carried_by uuid references account (id),
  primary key (campaign_id, matter_id)
);
-- Public keys of the bodies that sealed referrals go to. A key is revoked, never changed.
create table receiver_key (
  id uuid primary key,
  region text not null references division (code),
  name text not null,
  public_key jsonb not null,
  algorithm text not null,
  -- RFC 7638, SHA-256, base64url: read out and compared before the first use
  fingerprint text not null unique,
  added_at timestamptz not null,
  added_by uuid references account (id),
  revoked_at timestamptz,
  revoked_by uuid references account (id)
);
create table sealed_package (
  matter_id uuid not null references matter (id),
  -- of the slip
  number text not null,
  receiver text not null,
  -- JWE to the receiver's public key: unreadable here
  package bytea not null,
  sealed_at timestamptz not null,
  receiver_key_id uuid references receiver_key (id),
  fingerprint text,
  sealed_by uuid references account (id),
  -- keyed hash of what was sealed: tells a repeated request from another one, and nothing else
  content_mac bytea,
  primary key (matter_id, number)
);
create table sample (
  id uuid primary key,
  matter_id uuid references matter (id),
  campaign_id uuid references campaign (id),
  -- of the office that draws; a sealed draw does not say where it goes
  region text not null,
  programme text not null default 'none',
  -- null while the draw is sealed: seed and frame give the draw
  seed text,
  -- share, weights, programmes and division; {} while the draw is sealed
  plan jsonb not null,
  frame_hash bytea not null,
  is_sealed boolean not null,
  opened_at timestamptz,
  opened_by uuid references account (id),
  opened_place text,
  drawn_by uuid references account (id),
  drawn_at timestamptz not null,
  -- seed and plan of a sealed draw, encrypted
  private bytea,
  -- the frozen list it was drawn from, encrypted
  frame bytea,
  seed_hash bytea,
  draw_hash bytea,
  team uuid[] not null default '{}',
  -- how many were drawn, replacements not counted
  drawn_households integer not null default 0,
  drawn_persons integer not null default 0
);
create index sample_of_matter on sample (matter_id);
create index sample_of_campaign on sample (campaign_id);
create table sample_item (
  sample_id uuid not null references sample (id),
  household_id uuid not null references household (id),
  stratum text not null,
  draw_no integer not null,
  persons integer not null,
  -- drawn in place of this household
  replaces uuid references household (id),
  -- why it could not be checked itself
  reason text,
  replaced_at timestamptz,
  -- of a 100 % stratum: never replaced
  is_must boolean not null default false,
  matter_id uuid references matter (id),
  first_result text,
  second_result text,
  result_by uuid references account (id),
  result_at timestamptz,
  primary key (sample_id, household_id)
);
create table export_entry (
  id uuid primary key,
  account_id uuid not null references account (id),
  -- area of the appointment under which it was made
  region text not null,
  purpose text not null,
  what jsonb not null,
  row_count integer not null,
  people integer not null,
  watermark text not null,
  approved_by uuid references account (id),
  expires_at timestamptz not null,
  made_at timestamptz not null
);
create index export_entry_by_time on export_entry (made_at, id);
create table deletion_certificate (
  id uuid primary key,
  kind text not null,
  basis text not null,
  counts jsonb not null,
  -- hash over the identifiers that went
  content_hash bytea not null,
  made_by uuid references account (id),
  made_at timestamptz not null
);
-- Retention is the owner's: no request sees these tables. A hold keeps a matter or a household beyond its time (a
-- lawsuit, an audit); the plan is what one person proposed and another approved.
create table retention_hold (
  id uuid primary key,
  area text not null,
  subject_kind text not null check (subject_kind in ('matter', 'household')),
  subject_id uuid not null,
  reason text not null,
  set_by uuid not null references account (id),
  set_at timestamptz not null,
  released_by uuid references account (id),
  released_at timestamptz,
  release_reason text
);
create index retention_hold_of_subject on retention_hold (subject_id) where released_at is null;
create table retention_plan (
  id uuid primary key,
  area text not null,
  -- what ended before this instant
  ended_before timestamptz not null,
  years integer not null,
  matters uuid[] not null,
  households uuid[] not null,
  state text not null check (state in ('proposed', 'done', 'withdrawn')),
  proposed_by uuid not null references account (id),
  proposed_at timestamptz not null,
  decided_by uuid references account (id),
  decided_at timestamptz,
  certificate_id uuid references deletion_certificate (id),
  -- whoever proposes does not approve
  check (state <> 'done' or (decided_by <> proposed_by and certificate_id is not null))
);
create table erased_file (
  storage_key text primary key,
  certificate_id uuid not null references deletion_certificate (id),
  -- null until the bytes are off the disk
  removed_at timestamptz
);
-- Set when retention took the personal data away; nothing of the journal changes with it.
alter table matter add column erased_at timestamptz;
alter table household add column erased_at timestamptz;
create index matter_kept on matter (changed_at, id) where is_ended and erased_at is null;
create index household_kept on household (updated_at, id) where erased_at is null;

-- ── rights of the server's role ─────────────────────────────────────────────
-- Default deny: a table gets its rights here by name, or the server cannot touch it. Accounts, sessions and keys are
-- the owner's; a request sees no more of them than who somebody is.
grant usage on schema public to yangguang_app;
grant select on division, unit, appointment to yangguang_app;
grant select (id, user_name, full_name, unit_id, disabled_at) on account to yangguang_app;
grant insert, update on division, unit to yangguang_app;
grant select, insert, update on household, person_index, campaign, lead, import_batch, import_file, run, dispatch, job, sample,
  sample_item, receiver_key to yangguang_app;
grant select, insert on run_batch to yangguang_app;
grant select, insert on matter, matter_link, step, evidence, kinship, read_log, read_seal, daily_root, sealed_package,
  export_entry, look_back, deletion_certificate to yangguang_app;
grant delete on job, import_file, sample_item, person_index, kinship to yangguang_app;
grant select on entitlement, chain_head to yangguang_app;
grant update (seq, hash) on chain_head to yangguang_app;
-- What a matter is about is said once, when it is opened; only its present changes.
grant update (kind, state, is_ended, version, severity, amount_fen, facts, private, clock, due_on, due_at, wake_at, remind_on,
  escalated_to, assigned_area, assigned_to, changed_at) on matter to yangguang_app;

-- Not even the owner changes or removes a line by accident; whoever means to, is found by verify.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append only: % may not be %', tg_table_name, lower(tg_op) using errcode = 'YG001';
end $$;
-- Retention may take the private bytes of a step away, rotation of keys encrypts them anew; the chain holds the hash of
-- what is inside, and verify compares.
create function refuse_step_change() returns trigger language plpgsql as $$
begin
  -- Sealed bytes begin with the format and, in four bytes, the version of the key.
  if tg_op = 'UPDATE' and to_jsonb(new) - 'private' = to_jsonb(old) - 'private'
    and (new.private is null or substring(new.private from 2 for 4) > substring(old.private from 2 for 4)) then
    return new;
  end if;
  raise exception 'append only: step may not be %', lower(tg_op) using errcode = 'YG001';
end $$;
create trigger step_is_append_only before update or delete on step
  for each row execute function refuse_step_change();
create trigger step_is_not_emptied before truncate on step
  for each statement execute function refuse_change();
create trigger read_log_is_append_only before update or delete on read_log
  for each row execute function refuse_change();
create trigger read_log_is_not_emptied before truncate on read_log
  for each statement execute function refuse_change();
create trigger read_seal_is_append_only before update or delete on read_seal
  for each row execute function refuse_change();
create trigger daily_root_is_append_only before update or delete on daily_root
  for each row execute function refuse_change();
create trigger erased_file_stays before delete on erased_file
  for each row execute function refuse_change();
create trigger certificate_is_append_only before update or delete on deletion_certificate
  for each row execute function refuse_change();

-- The matter of a restricted lead is as restricted as the lead: its title names the same people.
create function restrict_matter() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update matter set is_restricted = new.is_restricted where id = new.matter_id and is_restricted <> new.is_restricted;
  return null;
end $$;
revoke all on function restrict_matter() from public;
create trigger lead_restricts_matter after insert or update of is_restricted on lead
  for each row execute function restrict_matter();

-- What became of a lead stands with it, so that the record of a rule is counted without the journals.
create function keep_verdict() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update lead set is_dispatched = is_dispatched or new.to_state in ('toVerify', 'verifying'),
    verdict = case
      when new.action in ('confirm', 'confirmOmission') then 'confirmed'
      when new.action = 'confirmPartly' then 'partly'
      when new.action = 'dismissData' then 'dataWrong'
      when new.action = 'dismissIdentity' then 'identityWrong'
      when new.action = 'clear' then case new.facts ->> 'innocentCause'
        when 'dataWrong' then 'dataWrong' when 'otherPerson' then 'identityWrong' else 'innocent' end
      when new.action = 'reopen' then null
      else verdict end
    where matter_id = new.matter_id;
  return null;
end $$;
revoke all on function keep_verdict() from public;
create trigger step_keeps_verdict after insert on step for each row when (
    new.to_state in ('toVerify', 'verifying') or new.action in
    ('confirm', 'confirmOmission', 'confirmPartly', 'dismissData', 'dismissIdentity', 'clear', 'reopen'))
  execute function keep_verdict();

-- ── row-level security ──────────────────────────────────────────────────────
-- A transaction says its reach in settings of its own (reach-settings.ts): app.areas, the areas with all programmes;
-- app.pairs, 'programme|area' for the others; app.within, every area. Unset or empty, they match nothing. The sub-selects
-- make PostgreSQL read them once a statement, not once a row. ^@ (starts with) is leakproof: the conditions of a
-- statement that are leakproof too (=, <, of text, uuid, date; not LIKE) reach an index.
create function reach_of(setting text) returns text[] language sql stable parallel safe
  return coalesce(nullif(current_setting(setting, true), ''), '{}')::text[];
create function reach_has(setting text) returns boolean language sql stable parallel safe
  return coalesce(current_setting(setting, true), '') = 'yes';

do $policies$
declare
  in_scope constant text := $scope$(region ^@ any ((select reach_of('app.areas'))::text[])
    or (programme || '|' || region) ^@ any ((select reach_of('app.pairs'))::text[]))$scope$;
  sees_matter constant text := 'exists (select 1 from matter m where m.id = matter_id)';
  rule record;
begin
  for rule in select * from (values
    ('household', in_scope),
    ('person_index', in_scope),
    ('entitlement', in_scope),
    ('import_batch', in_scope),
    ('import_file', in_scope),
    ('run', in_scope),
    ('run_batch', 'exists (select 1 from run r where r.id = run_id)'),
    ('dispatch', in_scope),
    ('sample', in_scope),
    ('matter', in_scope || $$ and (not is_sealed or (select reach_has('app.sealed')))
      and (not is_restricted or (select reach_has('app.restricted')))$$),
    ('lead', in_scope || $$ and (not is_restricted or (select reach_has('app.restricted')))$$),
    ('step', sees_matter),
    ('look_back', sees_matter),
    ('export_entry', $$region ^@ any ((select reach_of('app.within'))::text[])$$),
    ('evidence', sees_matter || ' and ' || in_scope),
    ('sealed_package', sees_matter || $$ and (select reach_has('app.sealed'))$$),
    ('matter_link', 'exists (select 1 from matter m where m.id = from_id)
      and exists (select 1 from matter m where m.id = to_id)'),
    ('kinship', 'exists (select 1 from household h where h.id = household_id)')
  ) as t (name, condition) loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('create policy scope on %I to yangguang_app using (%s) with check (%2$s)', rule.name, rule.condition);
  end loop;
end $policies$;

-- Whoever works below a campaign's area sees the campaign: its plan is addressed to them. Only its own area changes it.
alter table campaign enable row level security;
create policy scope on campaign to yangguang_app using (region ^@ any ((select reach_of('app.within'))::text[]));
create policy addressed on campaign for select to yangguang_app
  using (exists (select 1 from unnest((select reach_of('app.within'))::text[]) as area where area ^@ region));

-- Whoever seals something to a body of the levels above sees its key.
alter table receiver_key enable row level security;
create policy scope on receiver_key to yangguang_app using (region ^@ any ((select reach_of('app.within'))::text[]));
create policy addressed on receiver_key for select to yangguang_app
  using (exists (select 1 from unnest((select reach_of('app.within'))::text[]) as area where area ^@ region));

-- A sealed draw is written and not read by anybody before it is opened on arrival.
alter table sample_item enable row level security;
create policy scope on sample_item to yangguang_app
  using (exists (select 1 from sample s where s.id = sample_id and (not s.is_sealed or s.opened_at is not null)))
  with check (exists (select 1 from sample s where s.id = sample_id));

-- Reads of nobody's (failed logins) are for every auditor; the others for those of the reader's area, and for those of
-- the area of whom was read, whoever it was that read.
alter table read_log enable row level security;
create policy written on read_log for insert to yangguang_app with check (true);
create policy scope on read_log for select to yangguang_app
  using (region is null or (',' || region) ~ any (
      (select array(select ',' || area from unnest(reach_of('app.within')) as area))::text[])
    or place ^@ any ((select reach_of('app.within'))::text[]));

-- Phase and days of campaigns that one may see, though their matter lies above one's own area.
create function campaign_present(ids uuid[]) returns table (campaign_id uuid, state text, version integer, facts jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, m.state, m.version, m.facts from campaign c join matter m on m.id = c.matter_id
  where c.id = any(ids) and exists (select 1 from unnest(reach_of('app.within')) as area
    where c.region ^@ area or area ^@ c.region)
$$;
revoke all on function campaign_present(uuid[]) from public;
grant execute on function campaign_present(uuid[]) to yangguang_app;

-- ── ids made by clients ─────────────────────────────────────────────────────
-- Whether one of the ids is taken, in reach or not: says nothing of what took it.
create function matter_taken(ids uuid[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from matter m where m.id = any(ids));
revoke all on function matter_taken(uuid[]) from public;
grant execute on function matter_taken(uuid[]) to yangguang_app;

-- ── the one door to a benefit ───────────────────────────────────────────────
-- Law 1: nothing changes what a family receives but a decision that was reasoned by a named person, delivered, and,
-- where it takes something away, preceded by a served notice and a hearing. The database asks for itself, and asks the
-- journal: the columns of matter are only its projection. Amount and month are those the decision was signed with.
-- Called in the transaction that takes the step, once.
create function take_effect(effect_step uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_step step%rowtype;
  the_matter matter%rowtype;
  decided step%rowtype;
  receives bigint;
  amount bigint;
  month date;
begin
  select * into the_step from step
    where id = effect_step and xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text;
  select * into the_matter from matter where id = the_step.matter_id;
  if the_matter.workflow is distinct from 'decision' or the_step.action is distinct from 'takeEffect' then
    raise exception 'only a decision that takes effect changes a benefit' using errcode = 'YG002';
  end if;
  if exists (select 1 from entitlement where effect_step in (by_step, ended_by)) then
    raise exception 'the decision has taken effect already' using errcode = 'YG002';
  end if;
  -- Reasoned, then delivered, then in effect.
  select * into decided from step where matter_id = the_matter.id and action = 'decide' order by step_no desc limit 1;
  if decided.account_id is null or length(btrim(coalesce(decided.reason, ''))) = 0 or not exists (
      select 1 from step where matter_id = the_matter.id and action = 'notify'
        and step_no > decided.step_no and step_no < the_step.step_no) then
    raise exception 'no reasoned decision by a named person that was delivered' using errcode = 'YG002';
  end if;
  amount := (decided.facts ->> 'monthlyFen')::bigint;
  month := to_date(decided.facts ->> 'fromMonth', 'YYYY-MM');
  if the_matter.household_id is null or the_matter.programme = 'none' or amount is null or amount < 0 or month is null then
    raise exception 'the decision names no household, programme, amount or month' using errcode = 'YG002';
  end if;
  select coalesce(sum(monthly_fen), 0) into receives from entitlement e
    where e.household_id = the_matter.household_id and e.programme = the_matter.programme and e.to_month is null;
  -- Whatever the decision calls itself: less than before is taking away.
  if amount < receives and not exists (
      select 1 from matter_link l join matter n on n.id in (l.from_id, l.to_id) and n.id <> the_matter.id
        join step opened on opened.matter_id = n.id and opened.step_no = 0 and opened.facts ->> 'kind' = 'hearing'
        join step heard on heard.matter_id = n.id and heard.to_state in ('replied', 'expired', 'followedUp')
      where the_matter.id in (l.from_id, l.to_id) and n.workflow = 'notice' and n.household_id = the_matter.household_id) then
    raise exception 'taking away needs a hearing' using errcode = 'YG002';
  end if;
  update entitlement e set to_month = greatest(month, from_month), ended_by = effect_step
    where e.household_id = the_matter.household_id and e.programme = the_matter.programme and e.to_month is null;
  if amount > 0 then
    -- Temporary relief is given once: it is what its month brings, not what every month will.
    insert into entitlement (id, household_id, region, programme, monthly_fen, from_month, to_month, by_step)
    values (gen_random_uuid(), the_matter.household_id, the_matter.region, the_matter.programme, amount, month,
      case when the_matter.programme = 'temporary' then (month + interval '1 month')::date end, effect_step);
  end if;
end $$;
revoke all on function take_effect(uuid) from public;
grant execute on function take_effect(uuid) to yangguang_app;
