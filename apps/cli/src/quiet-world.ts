import type { World } from './world.ts';

/** A world for tests: what is printed is kept, the clock stands still, nobody interrupts. */
export interface QuietWorld extends World {
  readonly printed: string[];
  readonly complained: string[];
}

export function quietWorld(changes: Partial<World> = {}): QuietWorld {
  const printed: string[] = [];
  const complained: string[] = [];
  return {
    print: (line) => void printed.push(line),
    complain: (text) => void complained.push(text),
    terminalColumns: () => undefined,
    now: () => '2026-11-21T08:00:00.000Z',
    ticks: () => 0,
    reference: () => 'REFERENCE',
    signal: new AbortController().signal,
    environment: {},
    builtInPolicy: '',
    version: '0.0.0',
    ...changes,
    printed,
    complained,
  };
}
