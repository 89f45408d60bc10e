/** Runs a program and everything it starts, and measures what they use together. Linux alone tells that (/proc). */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const everyMs = 50;

/**
 * @param {readonly string[]} args program for Node and its arguments
 * @returns wall seconds, CPU seconds, peak resident memory in MB of all its processes together, most MB in its temporary
 *   folder at once (spill, and files made into UTF-8), exit code, output
 */
export async function measureProgram(args) {
  const folder = mkdtempSync(join(tmpdir(), 'yangguang-linkage-run-'));
  const from = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: folder },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-20_000);
    });
  const used = { peaks: new Map(), ticks: new Map(), spillMb: 0 };
  const timer = setInterval(() => look(child.pid, folder, used), everyMs);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - from) / 1000;
  rmSync(folder, { recursive: true, force: true });
  return {
    ...{ seconds, code, output, spillMb: used.spillMb },
    peakMb: total(used.peaks),
    cpuSeconds: total(used.ticks) / 100,
  };
}

const total = (counts) => [...counts.values()].reduce((sum, one) => sum + one, 0);

function look(pid, folder, used) {
  for (const one of family(pid)) {
    try {
      const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1];
      // One that has ended and is not yet fetched has no memory any more.
      used.peaks.set(one, Math.max(Number(peak ?? 0) / 1024, used.peaks.get(one) ?? 0));
      const fields = readFileSync(`/proc/${one}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      used.ticks.set(one, Number(fields[11]) + Number(fields[12]));
    } catch {
      // It has just ended: what was last seen of it stays.
    }
  }
  used.spillMb = Math.max(used.spillMb, bytesIn(folder) / 2 ** 20);
}

function family(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return [pid, ...children.flatMap((child) => family(Number(child)))];
  } catch {
    return [pid];
  }
}

function bytesIn(folder) {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      bytes += entry.isDirectory() ? bytesIn(path) : statSync(path).size;
    }
  } catch {
    // A file went away while it was counted.
  }
  return bytes;
}
