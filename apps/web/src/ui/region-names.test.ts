import { expect, it } from 'vitest';
import { RegionNames } from './region-names.ts';

/** A book whose moments pass when the test says so. */
function book(known: Record<string, string>) {
  const moments: (() => void)[] = [];
  const asked: string[][] = [];
  const names = new RegionNames((work) => moments.push(work));
  names.serve(async (codes) => {
    asked.push([...codes]);
    return codes.flatMap((code) => (known[code] === undefined ? [] : [{ code, name: known[code] }]));
  });
  const pass = async (): Promise<void> => {
    moments.splice(0).forEach((work) => {
      work();
    });
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { names, asked, pass };
}

it('asks for all that is missing at once, tells when names have come, and asks for none twice', async () => {
  const { names, asked, pass } = book({ '339901': '甲县', '339901001': '东乡' });
  let told = 0;
  names.subscribe(() => (told += 1));
  expect([names.of('339901'), names.of('339901001'), names.of('339901')]).toEqual([
    '339901',
    '339901001',
    '339901',
  ]);
  await pass();
  expect(asked).toEqual([['339901', '339901001']]);
  expect([names.of('339901'), names.of('339901001'), told]).toEqual(['甲县', '东乡', 1]);
  expect(names.of('999999')).toBe('999999');
  await pass();
  expect(names.of('999999')).toBe('999999');
  await pass();
  expect(asked).toHaveLength(2);
});

it('asks for no more than two hundred at once, and for nothing that is no code', async () => {
  const { names, asked, pass } = book({});
  names.of('');
  names.of('nowhere');
  for (let n = 0; n < 250; n++) names.of(String(339_901_000 + n));
  await pass();
  await pass();
  expect(asked.map((codes) => codes.length)).toEqual([200, 50]);
});

it('asks again for what a failed question did not bring', async () => {
  const moments: (() => void)[] = [];
  const names = new RegionNames((work) => moments.push(work));
  let isDown = true;
  names.serve(async (codes) => {
    if (isDown) throw new Error('no network');
    return codes.map((code) => ({ code, name: '甲县' }));
  });
  const pass = async (): Promise<void> => {
    moments.splice(0).forEach((work) => {
      work();
    });
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  names.of('339901');
  await pass();
  isDown = false;
  expect(names.of('339901')).toBe('339901');
  await pass();
  expect(names.of('339901')).toBe('甲县');
});
