import { expect, it } from 'vitest';
import { UploadQueue } from './upload-queue.ts';

const soon = (): Promise<void> => new Promise((done) => setTimeout(done));
const file = { size: 10 };
const files = (...names: string[]) => names.map((name) => ({ name, file }));

it('sends two at a time; what fails waits until it is tried again, and the rest goes on', async () => {
  const log: string[] = [];
  let isBroken = true;
  let most = 0;
  let now = 0;
  const queue = new UploadQueue<typeof file>(
    async (name, _file, onShare) => {
      now += 1;
      most = Math.max(most, now);
      onShare(0.5);
      await soon();
      now -= 1;
      if (name === 'b' && isBroken) throw new Error('no network');
      log.push(name);
    },
    () => undefined,
  );
  queue.add(files('a', 'b', 'c', 'd'));
  expect(queue.items.map(({ state }) => state)).toEqual(['sending', 'sending', 'waiting', 'waiting']);
  for (let n = 0; n < 20; n += 1) await soon();
  expect(queue.items.map(({ state }) => state)).toEqual(['done', 'failed', 'done', 'done']);
  expect([most, log]).toEqual([2, ['a', 'c', 'd']]);
  isBroken = false;
  queue.add(files('a'));
  queue.retry();
  for (let n = 0; n < 20; n += 1) await soon();
  expect(queue.items.map(({ name, state, share }) => [name, state, share])).toEqual([
    ['a', 'done', 1],
    ['b', 'done', 1],
    ['c', 'done', 1],
    ['d', 'done', 1],
  ]);
  expect(log).toEqual(['a', 'c', 'd', 'b']);
  queue.drop('c');
  expect(queue.items.map(({ name }) => name)).toEqual(['a', 'b', 'd']);
});
