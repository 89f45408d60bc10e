import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readSettings } from '@yangguang/server/settings';
import { journalRoom } from '@yangguang/server/office/journal-room';
import { openOffice } from '@yangguang/server/office/open-office';
import { openLog } from '@yangguang/server/log/open-log';
import { roles } from '@yangguang/domain/people/role';
import { workflows } from '@yangguang/domain/workflows/all';
import { verify } from '@yangguang/store/audit/verify';
import { putHouseholds } from '@yangguang/store/household/household';
import { canonicalJson } from '@yangguang/store/journal/canonical-json';
import { chainSteps } from '@yangguang/store/journal/chain-steps';
import { factsOf, project, stepsOf } from '@yangguang/store/journal/project';
import { entryOf, matterContext, sealFacts, stepColumns } from '@yangguang/store/journal/read-journal';
import { openColumnsOf } from '@yangguang/store/matter/matter-row';
import { plainSql } from '@yangguang/store/scope-rows';
import { enterLeads } from '@yangguang/store/lead/enter-leads';
import { sql } from '@yangguang/store/sql';
import { city, counties, household, nameOf, newLead, towns, villages } from './load-server-rows.mjs';

// Fills an office for the load test: a city of ten counties, each with twenty towns of ten villages; households, leads
// of two a household, and five steps a lead, made and chained by the product's own functions, so that verify passes.

const chunk = 1000;

/** @param {{ folder: string, policy: string, now: Date }} where */
async function openAt({ folder, policy, now }) {
  const environment = { DATA_DIR: folder };
  const world = {
    environment,
    builtInPolicy: policy,
    version: 'load',
    now: () => now,
    newId: () => randomUUID(),
    print: () => {},
    complain: () => {},
    readSecret: async () => null,
    signal: new AbortController().signal,
  };
  return openOffice(readSettings(environment), world, openLog('silent'));
}

/**
 * Fills an empty office and signs people in.
 * @public bundled by load-server.mjs
 * @returns {Promise<{ token: string, role: string, area: string }[]>} their sessions
 */
export async function fill({ folder, policy, now, leads, users, log }) {
  const opened = await openAt({ folder, policy, now });
  const { office } = opened;
  try {
    await furnish(office);
    const people = await signInPeople(office, users);
    const started = Date.now();
    for (let from = 0; from < leads; from += chunk) {
      await fillChunk(office, people, from, Math.min(chunk, leads - from), leads, now);
      if ((from / chunk) % 20 === 19)
        log(`${from + chunk} leads after ${Math.round((Date.now() - started) / 1000)} s`);
    }
    await office.db.asOwner((tx) =>
      tx.run(sql`analyze matter, lead, step, household, person_index, entitlement`),
    );
    return people;
  } finally {
    await opened.close();
  }
}

/**
 * Runs the product's own verification over everything.
 * @public bundled by load-server.mjs
 */
export async function verifyAll({ folder, policy, now }) {
  const opened = await openAt({ folder, policy, now });
  try {
    return await verify(opened.office.db, journalRoom(opened.office));
  } finally {
    await opened.close();
  }
}

async function furnish({ db }) {
  const all = [
    ['33', '示范省'],
    [city, '示范市'],
    ...counties.map((c) => [c, `县${c}`]),
    ...towns.map((t) => [t, `乡${t}`]),
    ...villages.map((v) => [v, `村${v}`]),
  ];
  await db.asOwner((tx) =>
    tx.run(sql`insert into division (code, name)
      select * from unnest(${all.map(([code]) => code)}::text[], ${all.map(([, name]) => name)}::text[])
      on conflict do nothing`),
  );
}

const someone = (role, area) => ({
  id: randomUUID(),
  token: randomBytes(32).toString('base64url'),
  role,
  area,
});

/** Mostly towns, some counties, a few of the city: each with a session. */
async function signInPeople({ db }, users) {
  const people = Array.from({ length: users }, (_, i) => {
    const [role, area] =
      i % 60 === 59
        ? ['cityOfficer', city]
        : i % 6 === 5
          ? [i % 12 === 5 ? 'countyCaseworker' : 'countyReviewer', counties[i % counties.length]]
          : [i % 6 === 4 ? 'townLead' : 'townCaseworker', towns[(i * 7) % towns.length]];
    return someone(role, area);
  });
  // One of every role beside them: for the fuzzer, which asks as anybody.
  people.push(...Object.keys(roles).map((role) => someone(role, role.endsWith('Admin') ? '' : counties[0])));
  await db.asOwner(async (tx) => {
    for (const [i, { id, token, role, area }] of people.entries()) {
      const hash = createHash('sha256').update(token).digest();
      await tx.run(sql`insert into account (id, user_name, full_name, must_change_password, totp_confirmed_at, created_at)
        values (${id}, ${`load${i}`}, ${nameOf(i)}, false, now(), now())`);
      await tx.run(sql`insert into appointment (id, account_id, role, area, from_on, granted_at)
        values (${randomUUID()}, ${id}, ${role}, ${area}, '2020-01-01', now())`);
      await tx.run(sql`insert into session (token_hash, id, account_id, created_at, last_seen_at, expires_at, is_complete,
          address) values (${hash}, ${randomUUID()}, ${id}, now(), now() + interval '2 years', now() + interval '3 years',
          true, '127.0.0.1')`);
    }
  });
  return people;
}

async function fillChunk(office, people, from, count, total, now) {
  const { db, vault } = office;
  const day = Math.floor((from / total) * 80);
  const at = new Date(now.getTime() - (81 - day) * 86_400_000);
  const room = { ...journalRoom(office), now: () => at, readClock: onceEach(office) };
  const households = Array.from({ length: Math.ceil(count / 2) }, (_, i) => household(from / 2 + i));
  await quickly(db, (tx) => putHouseholds(tx, vault, households, at));
  const run = randomUUID();
  const leads = Array.from({ length: count }, (_, i) => newLead(households[i >> 1], from + i, run));
  await quickly(db, (tx) => enterLeads(tx, room, leads, at));
  await quickly(db, (tx) =>
    goOn(
      tx,
      room,
      people,
      leads.map((l) => l.id),
      at,
    ),
  );
}

/** A power cut would lose the made-up rows: nobody waits for the disk. */
function quickly(db, work) {
  return db.asOwner(async (tx) => {
    await tx.run(sql`set local synchronous_commit = off`);
    return work(tx);
  });
}

/** Four more steps a lead. Two in five end, one in five is not begun with, the others lie with a town. */
async function goOn(tx, room, people, leadIds, at) {
  const rows = await tx.rows(sql`
    select ${stepColumns} from step where matter_id in (select matter_id from lead where id = any(${leadIds}::text[]))
    order by seq`);
  const drafts = [];
  const projections = [];
  for (const [i, row] of rows.entries()) {
    const opening = entryOf(room.vault, row);
    const entries = [opening];
    const hand = people[(i * 13) % people.length];
    for (const step of stepsFor(i, row, hand)) {
      const entry = stepEntry(room, row, entries, step, hand, at);
      entries.push(entry.entry);
      drafts.push(entry.draft);
    }
    projections.push({ id: row.matter_id, p: project(workflows.lead, entries) });
  }
  await chainSteps(tx, room.vault, drafts);
  await putProjections(tx, room, projections);
}

function stepsFor(i, { header }, hand) {
  const note = (text) => ({ action: 'matter.note', reason: text });
  const kind = i % 5;
  const first = kind === 4 ? [] : [{ action: 'triage', to: 'triaged' }];
  const then =
    kind < 2
      ? [{ action: 'suppress', to: 'suppressed', reason: '同前已核清' }]
      : kind < 4
        ? [
            {
              action: 'matter.assign',
              facts: { area: header.region.slice(0, 9), account: hand.id, dueOn: '2026-12-15' },
            },
          ]
        : [];
  const steps = [...first, ...then];
  while (steps.length < 4) steps.push(note(`第${steps.length + 1}次联系，情况已记录`));
  return steps;
}

/** Steps of the same kind on the same day have the same clock: read once. */
const clocks = new Map();

function onceEach(office) {
  const { readClock } = journalRoom(office);
  return (question) => {
    const { steps, facts, openedAt } = question;
    const key = `${openedAt.toISOString()} ${facts.severity} ${steps.map((s) => s.action).join()}`;
    if (!clocks.has(key)) clocks.set(key, readClock(question));
    return clocks.get(key);
  };
}

function stepEntry(room, opening, before, step, hand, at) {
  const last = before.at(-1);
  const draft = {
    id: randomUUID(),
    matter_id: opening.matter_id,
    step_no: last.stepNo + 1,
    action: step.action,
    from_state: last.toState,
    to_state: step.to ?? last.toState,
    account_id: hand.id,
    role: hand.role,
    area: hand.area,
    at,
    recorded_at: at,
    reason: step.reason ?? null,
    header: null,
    facts: step.facts ?? {},
    private: null,
    evidence: [],
    clock: null,
    request_hash: randomBytes(32),
  };
  const entry = entryOf(room.vault, draft);
  const all = [...before, entry];
  const clock = room.readClock({
    workflow: workflows.lead,
    steps: stepsOf(all),
    facts: factsOf(all),
    region: opening.header.region,
    openedAt: before[0].at,
  });
  return { draft: { ...draft, clock }, entry: { ...entry, clock } };
}

/** Whatever columns a projection has now: they are those that verify compares. */
async function putProjections(tx, room, projections) {
  const rows = projections.map(({ id, p }) => {
    const bytes = sealFacts(room.vault, p.privateFacts, matterContext(id));
    return { ...openColumnsOf(p), id, private: bytes === null ? null : `\\x${bytes.toString('hex')}` };
  });
  const set = Object.keys(rows[0] ?? {})
    .filter((name) => name !== 'id')
    .map((name) => `${name} = t.${name}`);
  const update = plainSql(
    `update matter m set ${set.join(', ')} from jsonb_populate_recordset(null::matter, `,
  );
  await tx.run(sql`${update} ${canonicalJson(rows)}::jsonb) as t where m.id = t.id`);
}
