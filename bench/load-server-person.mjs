import { setTimeout as sleep } from 'node:timers/promises';

/**
 * One person at work until the time is over: looks at lists, opens cards, searches a name, notes and triages, and
 * thinks in between. What is done depends on what was seen before, as with people.
 */
export async function person({ one, turn, send, until, thinkMs, newId }) {
  const chance = mulberry(turn + 1);
  const me = { ...one, cursor: null, rows: [], asked: turn };
  const get = (kind, name, path, query = {}) =>
    send(kind, name, `${path}?${new URLSearchParams(query)}`, { method: 'GET' }, one.token);
  const post = (kind, name, path, body) => {
    const headers = { 'content-type': 'application/json', 'x-yangguang': '1' };
    return send(kind, name, path, { method: 'POST', headers, body: JSON.stringify(body) }, one.token);
  };
  // People do not arrive in step.
  await sleep(chance() * thinkMs);
  while (performance.now() < until) {
    await act({ me, chance, get, post, newId });
    await sleep(thinkMs * (0.5 + chance()));
  }
}

/** Shares of what is done, in a hundred. */
const shares = [
  [25, firstPage],
  [10, nextPage],
  [7, filtered],
  [4, count],
  [4, queue],
  [4, search],
  [16, openMatter],
  [14, openCard],
  [8, note],
  [8, triage],
];

async function act(at) {
  const { me, chance } = at;
  if (me.rows.length === 0) return firstPage(at);
  const row = me.rows[Math.floor(chance() * me.rows.length)];
  let lot = chance() * 100;
  for (const [share, what] of shares) {
    lot -= share;
    if (lot < 0) return what(at, row);
  }
}

async function openMatter({ get }, row) {
  await get('card', 'matter.get', '/matter', { id: row.id });
}

async function openCard({ get }, row) {
  if (row.householdId !== null) await get('card', 'household.get', '/household', { id: row.householdId });
}

function keep(me, page) {
  if (page === null) return;
  me.rows = page.items;
  me.cursor = page.next;
}

async function firstPage({ me, get }) {
  keep(me, await get('list', 'lead.list', '/lead/list', { limit: '50' }));
}

async function nextPage({ me, get }) {
  const more = me.cursor === null ? {} : { cursor: me.cursor };
  keep(me, await get('list', 'lead.list, next page', '/lead/list', { limit: '50', ...more }));
}

async function filtered({ me, chance, get }) {
  const filter = chance() < 0.5 ? 'state:triaged' : 'severity:serious';
  keep(me, await get('list', 'lead.list, filtered', '/lead/list', { limit: '50', filter }));
}

async function count({ get }) {
  await get('list', 'matter.count', '/matter/count', { filter: 'workflow:lead' });
}

async function queue({ get }) {
  await get('list', 'lead.queue', '/lead/queue');
}

async function search({ me, chance, post }) {
  const name = [...'王李张刘陈杨黄赵周吴'][Math.floor(chance() * 10)];
  const area = me.area.length < 6 ? `${me.area}01` : me.area;
  await post('list', 'household.search', '/household/search', { name, area, reason: '来访核对户主' });
}

async function note({ post, newId }, row) {
  const text = '电话联系，情况已记录';
  await post('step', 'matter.note', '/matter/note', { matterId: row.id, stepId: newId(), text });
}

/** Opens the matter and takes a step on the version seen, as a screen does. */
async function triage({ get, post, newId }, row) {
  const now = await get('card', 'matter.get', '/matter', { id: row.id });
  if (now === null) return;
  const action = now.state === 'new' ? 'triage' : null;
  if (action === null) return note({ post, newId }, row);
  await post('step', 'matter.act', '/matter/act', {
    matterId: row.id,
    stepId: newId(),
    expectedVersion: now.version,
    action,
  });
}

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
function mulberry(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
