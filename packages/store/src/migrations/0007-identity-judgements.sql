-- ── judgements on identity ──────────────────────────────────────────────────
-- Whether two mentions are one person, as a person judged it: same, not the same, unsure. They outlive every run and every
-- model, and are laid over the linkage of every later run. Written once: of two about the same pair the later one counts.
create table identity_judgement (
  -- made by the client, or the step that implies it: sending twice changes nothing
  id uuid primary key,
  region text not null references division (code),
  programme text not null default 'none',
  verdict text not null check (verdict in ('same', 'not_same', 'unsure')),
  -- given at a lead, implied by a step of its journal, or taken from a file
  source text not null check (source in ('lead', 'step', 'file')),
  lead_id text references lead (id),
  step_id uuid references step (id),
  -- the two mentions, the reason and, of a file, who it says gave it: encrypted; null when retention took it away
  private bytea,
  -- keyed hash of the two mentions, by which the same pair is found again, and the key it was made with
  pair_hash bytea not null,
  key_version integer not null,
  request_hash bytea not null,
  -- when it was given, and who wrote it down when: of a file, who brought it
  judged_at timestamptz not null,
  recorded_by uuid not null references account (id),
  recorded_at timestamptz not null,
  check ((source = 'file') = (lead_id is null) and (source = 'step') = (step_id is not null))
);
create index identity_judgement_of_pair on identity_judgement (pair_hash);
create index identity_judgement_of_lead on identity_judgement (lead_id);

grant select, insert on identity_judgement to yangguang_app;

-- Rotation of keys encrypts it anew, retention empties it; nothing else may change, not even by the owner.
create function refuse_judgement_change() returns trigger language plpgsql as $$
declare
  movable constant text[] := '{private,pair_hash,key_version}';
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - movable = to_jsonb(old) - movable then
    if new.private is null and length(new.pair_hash) = 0 then
      return new;
    end if;
    -- Sealed bytes begin with the format and, in four bytes, the version of the key.
    if (new.private = old.private or substring(new.private from 2 for 4) > substring(old.private from 2 for 4))
      and ((new.pair_hash = old.pair_hash and new.key_version = old.key_version) or new.key_version > old.key_version) then
      return new;
    end if;
  end if;
  raise exception 'append only: identity_judgement may not be %', lower(tg_op) using errcode = 'YG001';
end $$;
create trigger identity_judgement_is_append_only before update or delete on identity_judgement
  for each row execute function refuse_judgement_change();
create trigger identity_judgement_is_not_emptied before truncate on identity_judgement
  for each statement execute function refuse_change();

-- Seen within one's area and programmes; what was judged at a restricted lead by those who see the lead.
alter table identity_judgement enable row level security;
do $policies$
declare
  in_scope constant text := $scope$(region ^@ any ((select reach_of('app.areas'))::text[])
    or (programme || '|' || region) ^@ any ((select reach_of('app.pairs'))::text[]))$scope$;
begin
  execute format($$create policy scope on identity_judgement to yangguang_app
    using (%s and (lead_id is null or exists (select 1 from lead l where l.id = lead_id)))
    with check (%1$s and (lead_id is null or exists (select 1 from lead l where l.id = lead_id)))$$, in_scope);
end $policies$;
