import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../apps/server/dist', import.meta.url));

/** The built server on one data folder, started and killed again and again. */
export class ServerProgram {
  readonly origin: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'yangguang-kill-'));
  /** A copy: whatever is built meanwhile, the same program starts again. */
  readonly #program = mkdtempSync(join(dist, 'copy-'));
  readonly #port: number;
  #child: ChildProcess | null = null;
  #said = '';

  /** @param port on which it listens, each time the same */
  constructor(port: number) {
    this.#port = port;
    this.origin = `http://127.0.0.1:${port}`;
    // Run by root, PostgreSQL is another account, which must be able to enter.
    chmodSync(this.#folder, 0o755);
    for (const part of ['yangguang-server.js', 'migrations'])
      cpSync(join(dist, part), join(this.#program, part), { recursive: true });
  }

  /** Everything the servers wrote, the last 20,000 characters. */
  get said(): string {
    return this.#said;
  }

  /** Connection of the owner, while the database runs. */
  get databaseUrl(): string {
    const password = readFileSync(join(this.#folder, 'data/database/password'), 'utf8').trim();
    const socket = readFileSync(this.#pidFile, 'utf8').split('\n')[4]?.trim() ?? '';
    return `postgresql://yangguang:${password}@${encodeURIComponent(socket)}:5432/yangguang`;
  }

  /** Starts the server; does not wait. */
  start(): void {
    const child = this.#spawn('serve');
    const hear = (text: Buffer): void => {
      this.#said = (this.#said + text.toString('utf8')).slice(-20_000);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    this.#child = child;
  }

  /** Waits until it answers /ready. */
  async ready(): Promise<void> {
    for (let tries = 0; tries < 6000; tries++) {
      const answer = await fetch(`${this.origin}/ready`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.status === 200) return;
      if (this.#child?.exitCode != null) throw new Error(`The server ended by itself:\n${this.#said}`);
      await sleep(30);
    }
    throw new Error(`The server did not become ready:\n${this.#said}`);
  }

  /** kill -9 of the server; resolves when it is gone. PostgreSQL goes on without it. */
  async killServer(): Promise<void> {
    this.#child?.kill('SIGKILL');
    if (this.#child !== null) await gone(this.#child);
  }

  /** kill -9 of PostgreSQL's first process, when one runs just now; the server starts it again. */
  killDatabase(): void {
    const pid = existsSync(this.#pidFile) ? Number(readFileSync(this.#pidFile, 'utf8').split('\n')[0]) : 0;
    if (!Number.isInteger(pid) || pid <= 1) return;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone since its file was read.
    }
  }

  /** SIGTERM. @returns the exit code */
  async stop(): Promise<number | null> {
    this.#child?.kill('SIGTERM');
    return this.#child === null ? null : gone(this.#child);
  }

  /** Runs another command of the same program on the same data. */
  async run(...args: string[]): Promise<{ code: number | null; out: string }> {
    const one = this.#spawn(...args);
    let out = '';
    for (const stream of [one.stdout, one.stderr])
      stream?.on('data', (text: Buffer) => (out += text.toString('utf8')));
    const code = await new Promise<number | null>((resolve) => one.once('close', resolve));
    return { code, out };
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
    rmSync(this.#program, { recursive: true, force: true });
  }

  get #pidFile(): string {
    return join(this.#folder, 'data/database/cluster/postmaster.pid');
  }

  #spawn(...args: string[]): ChildProcess {
    return spawn(process.execPath, [join(this.#program, 'yangguang-server.js'), ...args], {
      env: {
        ...process.env,
        DATA_DIR: join(this.#folder, 'data'),
        PORT: String(this.#port),
        LOG_LEVEL: 'warn',
        REQUESTS_PER_MINUTE: '100000',
        ADDRESS_REQUESTS_PER_MINUTE: '1000000',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

function gone(one: ChildProcess): Promise<number | null> {
  if (one.exitCode !== null || one.signalCode !== null) return Promise.resolve(one.exitCode);
  return new Promise((resolve) => one.once('exit', resolve));
}
