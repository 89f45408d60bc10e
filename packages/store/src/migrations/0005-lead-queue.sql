-- ── the queue of leads ──────────────────────────────────────────────────────
-- What somebody keeps of the queue: filters and an order, never names or numbers. One's own, or shared with the
-- colleagues of one's office.
create table saved_view (
  id uuid primary key,
  account_id uuid not null references account (id),
  -- the office it belongs to: whoever is appointed there sees it when it is shared
  region text not null,
  title text not null,
  is_shared boolean not null default false,
  filter text[] not null,
  sort text not null,
  grouping text not null check (grouping in ('lead', 'household')),
  changed_at timestamptz not null
);
create index saved_view_of_account on saved_view (account_id);
create index saved_view_of_region on saved_view (region) where is_shared;
grant select, insert, update, delete on saved_view to yangguang_app;
alter table saved_view enable row level security;
create policy scope on saved_view to yangguang_app using (region ^@ any ((select reach_of('app.within'))::text[]));

-- The whole queue of a county in its order, with all that filters, counts and scope ask of a lead: a hundred thousand
-- are counted without looking at the table.
create index matter_queue on matter (county, sort_on, id)
  include (region, programme, state, kind, severity, is_sealed, is_restricted, amount_fen, opened_at, assigned_to,
    assigned_area, campaign_id, household_id)
  where workflow = 'lead' and not is_ended;
