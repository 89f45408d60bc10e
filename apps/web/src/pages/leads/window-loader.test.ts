import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Part } from './window-cache.ts';
import { WindowLoader } from './window-loader.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const outline = { step: 500, places: Array.from({ length: 200 }, (_, n) => `place ${n}`), at: 1 };

/** A queue of 100,000 numbers; `isDown` while the server does not answer. */
function queue() {
  const asked: Part[] = [];
  const server = { isDown: false };
  let changes = 0;
  const loader = new WindowLoader<number>(100, () => (changes += 1));
  const fetch = async (part: Part): Promise<number[]> => {
    asked.push(part);
    await Promise.resolve();
    if (server.isDown) throw new Error('no answer');
    const from = Number(part.at?.split(' ')[1] ?? 0) * 500 + part.skip;
    return Array.from({ length: part.limit }, (_, i) => from + i);
  };
  const pass = () => vi.advanceTimersByTimeAsync(500);
  return { loader, asked, server, fetch, pass, changes: () => changes };
}

it('fetches the first window before the places are known, and no other', async () => {
  const { loader, asked, fetch, pass } = queue();
  loader.want(0, 20);
  loader.know(null, fetch);
  await pass();
  loader.want(300, 320);
  await pass();
  expect(asked).toEqual([{ skip: 0, limit: 100 }]);
  loader.know(outline, fetch);
  await pass();
  expect(loader.cache.rowAt(301)).toEqual({ kind: 'row', row: 301 });
});

it('does not fetch what is scrolled past', async () => {
  const { loader, asked, fetch, pass } = queue();
  loader.know(outline, fetch);
  for (let row = 0; row < 90_000; row += 500) loader.want(row, row + 20);
  loader.want(77_777, 77_797);
  await pass();
  expect(asked.length).toBeLessThan(4);
  expect(loader.cache.rowAt(77_777)).toEqual({ kind: 'row', row: 77_777 });
});

it('asks for a window once, and again when the queue was counted anew', async () => {
  const { loader, asked, fetch, pass } = queue();
  loader.know(outline, fetch);
  for (let times = 0; times < 3; times++) {
    loader.want(0, 20);
    await pass();
  }
  loader.know(outline, fetch);
  await pass();
  expect(asked).toHaveLength(1);
  loader.know({ ...outline, at: 2 }, fetch);
  await pass();
  expect(asked).toHaveLength(2);
});

it('does not ask again and again for what failed, but when it is told to', async () => {
  const { loader, asked, server, fetch, pass, changes } = queue();
  server.isDown = true;
  loader.know(outline, fetch);
  await pass();
  await pass();
  expect(asked).toHaveLength(1);
  expect(loader.cache.rowAt(3)).toEqual({ kind: 'failed' });
  server.isDown = false;
  loader.retry();
  await pass();
  expect(loader.cache.rowAt(3)).toEqual({ kind: 'row', row: 3 });
  expect(changes()).toBeGreaterThan(1);
});
