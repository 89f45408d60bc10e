-- ── readings of a batch ─────────────────────────────────────────────────────
-- What somebody settled about the files of a batch before it is read again: what a sheet is and which heading feeds which
-- column, or what cells should have been. The files stay as they were sent: this is laid over them. Written once; of two
-- words about the same thing the later one counts.
create table import_act (
  id uuid primary key,
  batch_id uuid not null references import_batch (id),
  region text not null,
  programme text not null default 'none',
  -- 1, 2, … within the batch
  no integer not null check (no > 0),
  kind text not null check (kind in ('mapping', 'cells')),
  -- sheets with their columns, or cells with what they were and what they are: encrypted; gone when the batch is revoked
  private bytea,
  -- how many sheets, or cells
  items integer not null check (items > 0),
  reason text not null check (length(btrim(reason)) > 0),
  request_hash bytea not null,
  settled_by uuid not null references account (id),
  settled_at timestamptz not null,
  unique (batch_id, no)
);
create table import_reading (
  batch_id uuid not null references import_batch (id),
  no integer not null check (no > 0),
  region text not null,
  programme text not null default 'none',
  -- acts up to this number were laid over the files
  acts integer not null,
  state text not null check (state in ('waiting', 'done', 'failed', 'cancelled')),
  -- what it came to, or why there is no result
  report jsonb,
  started_by uuid references account (id),
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (batch_id, no)
);
-- A batch counts as its last reading that came to a result says, and a run lays the same acts over the files.
alter table import_batch add column reading_no integer not null default 0;
alter table import_batch add column acts_applied integer not null default 0;
alter table import_batch add column replaced_by uuid references import_batch (id);
-- preview: the first rows of every sheet, masked; rows: rows and cells with something wrong
alter table import_file drop constraint import_file_kind_check;
alter table import_file add constraint import_file_kind_check
  check (kind in ('input', 'setAside', 'mapping', 'preview', 'rows'));
-- The same file again.
create index import_file_of_content on import_file (sha256) where kind = 'input';

grant select, insert on import_act, import_reading to yangguang_app;
grant update (private) on import_act to yangguang_app;
grant update (state, report, ended_at) on import_reading to yangguang_app;
alter table import_act enable row level security;
alter table import_reading enable row level security;
do $policies$
declare
  in_scope constant text := $scope$(region ^@ any ((select reach_of('app.areas'))::text[])
    or (programme || '|' || region) ^@ any ((select reach_of('app.pairs'))::text[]))$scope$;
begin
  execute format('create policy scope on import_act to yangguang_app using (%s) with check (%1$s)', in_scope);
  execute format('create policy scope on import_reading to yangguang_app using (%s) with check (%1$s)', in_scope);
end $policies$;
