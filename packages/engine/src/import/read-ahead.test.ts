import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

/** Reads that note when they begin and end. */
function noted(log: string[], failing = ''): (item: string) => Promise<string> {
  return async (item) => {
    log.push(`${item} begins`);
    await setTimeout(1);
    log.push(`${item} ends`);
    if (item === failing) throw new Error(`${item} is unreadable`);
    return item.toUpperCase();
  };
}

it('reads the next item while the last one is worked on, and never more than one', async () => {
  const log: string[] = [];
  for await (const { reading, at } of readAhead(['a', 'b', 'c'], noted(log), true)) {
    await setTimeout(20);
    log.push(`${reading} ${at} done`);
  }
  expect(log).toEqual([
    ...['a begins', 'a ends'],
    ...['b begins', 'b ends', 'A 0 done'],
    ...['c begins', 'c ends', 'B 1 done'],
    'C 2 done',
  ]);
});

it('reads one after the other without `ahead`', async () => {
  const log: string[] = [];
  for await (const { reading } of readAhead(['a', 'b'], noted(log), false)) log.push(`${reading} done`);
  expect(log).toEqual(['a begins', 'a ends', 'A done', 'b begins', 'b ends', 'B done']);
});

it('a failure comes in its own turn, and nothing is still being read when the caller stops', async () => {
  const log: string[] = [];
  const seen: string[] = [];
  const all = async (): Promise<void> => {
    for await (const { reading } of readAhead(['a', 'b', 'c'], noted(log, 'b'), true)) {
      await setTimeout(20);
      seen.push(reading);
    }
  };
  await expect(all()).rejects.toThrow('b is unreadable');
  expect(seen).toEqual(['A']);
  const stopped: string[] = [];
  for await (const { reading } of readAhead(['a', 'b', 'c'], noted(stopped), true))
    if (reading === 'A') break;
  expect(stopped).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});
