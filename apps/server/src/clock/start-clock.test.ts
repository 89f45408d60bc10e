import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openLog } from '../log/open-log.ts';
import { east, task, twoCounties } from '../operations/matter/test-matters.ts';
import { startClock } from './start-clock.ts';

const patience = { timeout: 30_000 };
let desk: Awaited<ReturnType<typeof twoCounties>>;

beforeAll(async () => {
  desk = await twoCounties();
});
afterAll(() => desk.one.close());

it('looks at once and again after every pause, outlives a lost database, and stops when told', async () => {
  const { people, one } = desk;
  const id = await task(people.eastLead, one, east);
  const { client } = people.eastLead;
  const said: string[] = [];
  const log = openLog('info', { write: (line: string) => void said.push(line) });
  const within = one.office.db.within.bind(one.office.db);
  let isLost = true;
  const db: typeof one.office.db = {
    ...one.office.db,
    within: (reach, work) => (isLost ? Promise.reject(new Error('gone')) : within(reach, work)),
  };
  one.setClock('2026-11-26T08:00:00+08:00');
  const clock = startClock({ ...one.office, db }, log, 20);
  await vi.waitFor(() => expect(said.length).toBeGreaterThan(1), patience);
  isLost = false;
  await vi.waitFor(
    async () => expect((await client.matter.get({ id })).escalatedTo).toBe('339901'),
    patience,
  );
  await clock.stop();
  const later = await task(people.eastLead, one, east);
  one.setClock('2026-12-26T08:00:00+08:00');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await client.matter.get({ id: later })).escalatedTo).toBeNull();
});
