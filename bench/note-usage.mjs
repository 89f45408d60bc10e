/** Loaded before a measured program (`node --import`): at its exit, notes what it used. */
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(
    process.env.YANGGUANG_USAGE,
    JSON.stringify({ peakMb: peakMb(), cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 }),
  );
});

/** Linux: the process's own high-water mark. maxRSS also counts the parent's memory before exec. */
function peakMb() {
  try {
    const line = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (line) return Number(line[1]) / 1024;
  } catch {
    // No /proc on this system: the next best number follows.
  }
  return process.resourceUsage().maxRSS / 1024;
}
