import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second of /proc/…/stat on Linux. */
const ticks = 100;

/** Processor time in seconds and resident memory in MB of a process; null when it is gone. */
function useOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    const status = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kB = Number(/^Pss:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    return {
      parent: Number(fields[1]),
      cpu: (Number(fields[11]) + Number(fields[12])) / ticks,
      mb: kB / 1024,
    };
  } catch {
    return null;
  }
}

/** The process and everything it started. */
function familyOf(pid) {
  const parents = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const use = useOf(name);
    if (use !== null) parents.set(Number(name), use);
  }
  const family = new Set([pid]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [one, { parent }] of parents)
      if (family.has(parent) && !family.has(one)) {
        family.add(one);
        grew = true;
      }
  }
  return {
    own: parents.get(pid),
    others: [...family].filter((one) => one !== pid).map((one) => parents.get(one)),
  };
}

/** Watches a server and its database from now on; `stop` tells what they used. Memory shared is counted once. */
export function watchUse(pid) {
  const started = performance.now();
  const before = sumOf(familyOf(pid));
  const ownBefore = process.cpuUsage();
  let most = before;
  const timer = setInterval(() => {
    const now = sumOf(familyOf(pid));
    most = {
      ...now,
      serverMb: Math.max(most.serverMb, now.serverMb),
      databaseMb: Math.max(most.databaseMb, now.databaseMb),
    };
  }, 5000);
  return {
    stop: () => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      const after = sumOf(familyOf(pid));
      const own = process.cpuUsage(ownBefore);
      const share = (used) => `${((used / seconds) * 100).toFixed(0)} % of one core`;
      return [
        `server: ${share(after.server - before.server)}, at most ${most.serverMb.toFixed(0)} MB`,
        `database: ${share(after.database - before.database)}, at most ${most.databaseMb.toFixed(0)} MB`,
        `those who ask: ${share((own.user + own.system) / 1e6)}`,
      ];
    },
  };
}

function sumOf({ own, others }) {
  const sum = (field) => others.reduce((all, one) => all + (one?.[field] ?? 0), 0);
  return { server: own?.cpu ?? 0, serverMb: own?.mb ?? 0, database: sum('cpu'), databaseMb: sum('mb') };
}
