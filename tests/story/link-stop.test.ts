import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Scratch, scratchFolder } from './checked-county.ts';
import { csvOf, listPlan, madeUpLists } from './link-lists.ts';
import { type Running, runYangguang, startYangguang } from './start-yangguang.ts';

let scratch: Scratch;
const path = (name: string): string => scratch.path(name);

/** Many records and a rule that brings millions of pairs: long enough to be stopped in the middle. */
beforeAll(async () => {
  scratch = scratchFolder();
  const { left, right } = madeUpLists(12_000);
  mkdirSync(path('in'));
  mkdirSync(path('out'));
  mkdirSync(path('tmp'));
  writeFileSync(path('in/left.csv'), csvOf(left));
  writeFileSync(path('in/right.csv'), csvOf(right));
  writeFileSync(
    path('in/plan.yml'),
    listPlan
      .replace('one_to_one: true', 'one_to_one: false')
      .replace('block:', 'block:\n  - ["first(1, name)", town]'),
  );
  // A fresh build, so that the program under test has no other process of its own.
  await runYangguang('--version');
});
afterAll(() => scratch.clean());

async function inTheMiddle(): Promise<Running> {
  const running = startYangguang(
    [
      'link',
      path('in/left.csv'),
      path('in/right.csv'),
      '--plan',
      path('in/plan.yml'),
      '--out',
      path('out/pairs.csv'),
    ],
    { TMPDIR: path('tmp') },
  );
  let ended = '';
  void running.finished.then((end) => {
    ended = JSON.stringify(end);
  });
  while (ended === '' && (readdirSync(path('tmp')).length === 0 || worker(running) === undefined))
    await setTimeout(20);
  await setTimeout(700);
  expect(ended, 'it ended before it could be stopped').toBe('');
  return running;
}

/** The process that does the work. */
function worker({ child }: Running): number | undefined {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const line = processes.find(
    (one) => Number(one.trim().split(/\s+/)[1]) === child.pid && one.includes(' link - -'),
  );
  return line === undefined ? undefined : Number(line.trim().split(/\s+/)[0]);
}

it('Ctrl-C ends with 130 and leaves nothing behind, not even half a result', async () => {
  const running = await inTheMiddle();
  running.child.kill('SIGINT');
  const { code, err } = await running.finished;
  expect(code).toBe(130);
  expect(err).toContain('已中断');
  expect(readdirSync(path('out'))).toEqual([]);
  expect(readdirSync(path('tmp'))).toEqual([]);
});

it('says what happened when the process that does the work is killed', async () => {
  const running = await inTheMiddle();
  process.kill(worker(running) ?? Number.NaN, 'SIGKILL');
  const { code, err } = await running.finished;
  expect(code).toBe(4);
  expect(err).toContain('LNK-231');
  expect(err).toMatch(/The linkage was killed/);
  expect(readdirSync(path('out'))).toEqual([]);
  expect(readdirSync(path('tmp'))).toEqual([]);
});

it('the process that does the work does not outlive the one that started it', async () => {
  const running = await inTheMiddle();
  const pid = worker(running) ?? Number.NaN;
  running.child.kill('SIGKILL');
  await running.finished;
  const isThere = (): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  for (let waited = 0; isThere() && waited < 100; waited += 1) await setTimeout(100);
  expect(isThere()).toBe(false);
  expect(readdirSync(path('out')).filter((name) => !name.startsWith('.'))).toEqual([]);
});
