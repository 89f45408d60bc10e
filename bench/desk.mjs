/**
 * How quick the desk is: the leads queue, one lead's card and the dashboard of a county with 100,000 leads, in a real
 * Chromium on this machine, against a server and database of its own.
 *
 *   node bench/desk.mjs [--leads 200000] [--runs 5] [--only lighthouse|scroll|weight]
 *
 * Lighthouse (desktop settings; median of the runs): performance, accessibility, best practices. Scrolling: the whole
 * queue, time from frame to frame. Weight: what the first screen transfers, compressed. Exit code 1 when an aim is missed.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { build, isFresh } from '../scripts/house/bundle.mjs';
import { tool } from '../scripts/house/run-command.mjs';

const { values } = parseArgs({
  options: {
    // Half of them are open in the clerk's county.
    leads: { type: 'string', default: '200000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
});
if (!isFresh()) await build();
const { status } = spawnSync(process.execPath, [tool('vitest'), 'run', '--config', 'bench/desk.config.mjs'], {
  stdio: 'inherit',
  env: { ...process.env, DESK_LEADS: values.leads, DESK_RUNS: values.runs, DESK_ONLY: values.only },
});
process.exit(status ?? 1);
