import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const noteUsage = pathToFileURL(fileURLToPath(new URL('note-usage.mjs', import.meta.url))).href;

/**
 * Runs a Node program in a process of its own and measures it.
 * @param {readonly string[]} args program and its arguments
 * @returns wall seconds from start to end, seconds of CPU over all threads, peak resident memory in MB, exit code, output
 */
export async function measureRun(args, nodeFlags = []) {
  const folder = mkdtempSync(join(tmpdir(), 'yangguang-usage-'));
  const usage = join(folder, 'usage.json');
  const from = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, '--import', noteUsage, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, YANGGUANG_USAGE: usage },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - from) / 1000;
  try {
    return { seconds, code, output, ...JSON.parse(readFileSync(usage, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The machine in a line, for the head of a result. */
export const machine = () =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;

/** A measured run in a line. */
export const usageLine = ({ seconds, cpuSeconds, peakMb }) =>
  `${seconds.toFixed(1)} s (CPU ${cpuSeconds.toFixed(1)} s), peak ${peakMb.toFixed(0)} MB`;
