import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyDatabase } from '@yangguang/store/test-database';
import { runProgram } from '../run-program.ts';
import type { World } from '../world.ts';

/** What one command line did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The server program on a database and a data folder of its own. */
export interface TestProgram {
  readonly url: string;
  /** DATA_DIR. */
  readonly folder: string;
  /** Runs one command line. @param typed lines of the input */
  run(argv: readonly string[], typed?: readonly string[]): Promise<Ran>;
  setClock(instant: string): void;
  close(): Promise<void>;
}

/** An empty database and data folder, as before the first start. */
export async function testProgram(): Promise<TestProgram> {
  const database = await emptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'yangguang-program-'));
  let at = new Date('2026-11-21T01:00:00Z');
  return {
    url: database.url,
    folder,
    setClock: (instant) => {
      at = new Date(instant);
    },
    run: async (argv, typed = []) => {
      const out: string[] = [];
      const err: string[] = [];
      const lines = [...typed];
      const world: World = {
        print: (line) => void out.push(line),
        complain: (line) => void err.push(line),
        readSecret: () => Promise.resolve(lines.shift() ?? null),
        now: () => new Date(at),
        newId: () => randomUUID(),
        signal: new AbortController().signal,
        environment: { DATABASE_URL: database.url, DATA_DIR: folder },
        builtInPolicy: fileURLToPath(new URL('../../../../policy', import.meta.url)),
        version: '0.0.0-test',
        program: '',
      };
      const code = await runProgram(argv, world);
      return { code, out: out.join('\n'), err: err.join('\n') };
    },
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
