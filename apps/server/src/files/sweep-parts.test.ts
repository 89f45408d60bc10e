import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sweepParts } from './sweep-parts.ts';

let folder: string;
const before = new Date('2026-11-21T09:00:00Z');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-sweep-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, at: string): void {
  mkdirSync(join(folder, name.slice(0, 2)), { recursive: true });
  const path = join(folder, name.slice(0, 2), name);
  writeFileSync(path, 'x');
  utimesSync(path, new Date(at), new Date(at));
}

it('removes what was begun long ago and never finished, and nothing else', async () => {
  put('aa1', '2026-11-01T00:00:00Z');
  put('aa2.part', '2026-11-01T00:00:00Z');
  put('bb3.part', '2026-11-21T08:59:59Z');
  put('bb4.part', '2026-11-21T09:00:00Z');
  expect(await sweepParts(folder, before)).toBe(2);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['aa', 'aa/aa1', 'bb', 'bb/bb4.part']);
});

it('has nothing to do where nothing was ever kept', async () => {
  expect(await sweepParts(join(folder, 'none'), before)).toBe(0);
});
