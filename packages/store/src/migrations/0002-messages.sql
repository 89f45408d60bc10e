-- ── messages ────────────────────────────────────────────────────────────────
-- Messages are computed from the journal and the projections; only how far somebody has read is kept. The owner's, like
-- sessions: a request sees its own mark and nobody else's.
create table message_mark (
  account_id uuid primary key references account (id),
  seen_to timestamptz not null
);

-- What was given to an office and to nobody in it.
create index matter_of_office on matter (assigned_area, changed_at) where not is_ended and assigned_to is null;
