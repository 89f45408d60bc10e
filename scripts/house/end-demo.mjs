/**
 * What npm start does after a demo was ended on the desk: removes all of it and says where the real work begins. The mark
 * that the server left stays until nothing but removing is left to do, so that whoever is interrupted goes on here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** True when npm start serves the folder `work` since the demo in `demo` was ended. */
export function worksInstead(demo, work) {
  const note = noteOf(work);
  return existsSync(note) && JSON.parse(readFileSync(note, 'utf8')).demo === demo;
}

/** Goes on with an end that was marked; does nothing without one. @returns whether there was anything to do */
export async function finishEnd(demo, work) {
  const doomed = `${demo}-removed`;
  const isMarked = dataFolders(demo).some((folder) => existsSync(join(folder, 'demo-ended.json')));
  if (!isMarked && !existsSync(doomed)) return false;
  if (isMarked) {
    // First of all the decision: from here on every start leads to the empty server.
    keepNote(demo, work);
    rmSync(doomed, { recursive: true, force: true });
    for (const folder of dataFolders(demo)) await stopDatabase(folder);
    removeHomes(demo);
    renameSync(demo, doomed);
  }
  rmSync(doomed, { recursive: true, force: true });
  return true;
}

/** Databases that had to be put elsewhere: each one's folder says where. */
export function removeHomes(demo) {
  for (const folder of dataFolders(demo)) {
    const home = homeOf(folder);
    if (home !== null) rmSync(home, { recursive: true, force: true });
  }
}

function dataFolders(demo) {
  if (!existsSync(demo)) return [];
  return readdirSync(demo)
    .filter((name) => name.startsWith('data-'))
    .map((name) => join(demo, name));
}

function homeOf(folder) {
  const note = join(folder, 'database', 'WHERE.txt');
  if (!existsSync(note)) return null;
  return readFileSync(note, 'utf8').match(/\/var\/lib\/yangguang\/[0-9a-f]{12}/)?.[0] ?? null;
}

const noteOf = (work) => join(work, 'after-demo.json');

function keepNote(demo, work) {
  mkdirSync(work, { recursive: true });
  const note = noteOf(work);
  writeFileSync(`${note}.new`, `${JSON.stringify({ demo })}\n`, { flush: true });
  renameSync(`${note}.new`, note);
}

/** A server that was killed leaves its database running: it is stopped before its files go. */
async function stopDatabase(folder) {
  const cluster = join(homeOf(folder) ?? join(folder, 'database'), 'cluster');
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const isOurs = () =>
    spawnSync('ps', ['-ww', '-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout?.includes(
      cluster,
    ) ?? false;
  for (let tenth = 0; tenth < 300 && isOurs(); tenth += 1) {
    if (tenth % 100 === 0) process.kill(pid, 'SIGINT');
    await sleep(100);
  }
}
