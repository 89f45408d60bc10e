import type { Progress } from '@yangguang/engine/run/run-options';
import type { Lang, World } from '../world.ts';
import { clipToWidth } from './clip-to-width.ts';

/** At most ten pictures a second: a terminal over a slow line must not slow the run. */
const millisecondsBetween = 100;
/** Before this the remaining time would be a guess. */
const millisecondsBeforeEstimate = 2000;

/**
 * One line on the terminal that is written over: share done, what is at work, remaining time. Silent when the error
 * stream is not a terminal.
 */
export function terminalProgress(world: World, lang: Lang): Progress {
  if (world.terminalColumns() === undefined) return { file() {}, stage() {}, done() {} };
  const started = world.ticks();
  let lastShown = Number.NEGATIVE_INFINITY;
  const show = (what: string, fraction: number, always: boolean): void => {
    const now = world.ticks();
    if (!always && now - lastShown < millisecondsBetween) return;
    lastShown = now;
    const line = [percent(fraction), what, remaining(now - started, fraction, lang)].join('  ').trimEnd();
    world.complain(`\r\u001b[K${clipToWidth(line, (world.terminalColumns() ?? 80) - 1)}`);
  };
  return {
    file: (name, fraction) => show(lang === 'zh' ? `读取 ${name}` : `reading ${name}`, fraction, false),
    stage: (nameZh, nameEn, fraction) => show(lang === 'zh' ? nameZh : nameEn, fraction, true),
    done: () => world.complain('\r\u001b[K'),
  };
}

const percent = (fraction: number): string => `${String(Math.floor(clamp(fraction) * 100)).padStart(3)}%`;

const clamp = (fraction: number): number => Math.min(1, Math.max(0, fraction));

/** "剩余约 1 分 20 秒"; empty while it would be a guess. */
function remaining(elapsedMs: number, fraction: number, lang: Lang): string {
  if (elapsedMs < millisecondsBeforeEstimate || fraction < 0.02 || fraction >= 1) return '';
  const seconds = Math.ceil((elapsedMs / fraction - elapsedMs) / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (lang === 'zh') return minutes > 0 ? `剩余约 ${minutes} 分 ${rest} 秒` : `剩余约 ${rest} 秒`;
  return minutes > 0 ? `about ${minutes} min ${rest} s left` : `about ${rest} s left`;
}
