import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runYangguang, startYangguang } from './start-yangguang.ts';

let folder = '';
let scratch = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-interrupt-'));
  scratch = join(folder, 'scratch');
  mkdirSync(scratch);
  await runYangguang('demo', join(folder, '示例县'), '--households', '300');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('Ctrl-C in the middle of a check ends with 130 and leaves nothing behind', async () => {
  const before = readdirSync(folder).sort();
  const { child, finished } = startYangguang(['check', join(folder, '示例县')], { TMPDIR: scratch });
  let ended = '';
  void finished.then((end) => {
    ended = JSON.stringify(end);
  });
  // Its private folder shows that the run is under way; a moment later it is reading.
  while (ended === '' && readdirSync(scratch).length === 0) await setTimeout(20);
  await setTimeout(1000);
  expect(ended, 'the check ended before it could be interrupted').toBe('');
  child.kill('SIGINT');
  const { code, err } = await finished;
  expect(code).toBe(130);
  expect(err).toContain('已中断');
  expect(err).toContain('Interrupted');
  expect(readdirSync(folder).sort()).toEqual(before);
  expect(readdirSync(scratch)).toEqual([]);
});
