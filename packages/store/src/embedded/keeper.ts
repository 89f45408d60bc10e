import { type ChildProcess, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '@yangguang/domain/errors/user-error';
import { type ClusterPlaces, explain } from './cluster.ts';
import { clearCluster, endPostmaster, findPostmaster } from './postmaster.ts';
import type { Programs } from './find-programs.ts';
import { didNotStart } from './refusals.ts';
import { identityOf, type RunAs } from './run-as.ts';

/** Longest path of a socket file is 107 bytes on Linux, 103 on macOS. */
const longestSocketFolder = 80;
/** So often in a row: what ends at every start is not mended by starting it again. */
const restartLimit = 10;
/** After so long a run the next end is a new story. */
const calmMs = 60_000;

/** Runs one PostgreSQL: starts it, starts it again when it dies unasked, stops it. */
export class Keeper {
  readonly socketFolder: string;
  readonly #places: ClusterPlaces;
  readonly #programs: Programs;
  readonly #runAs: RunAs;
  readonly #settings: readonly string[];
  readonly #log: (words: string) => void;
  readonly #staysAfterExit: boolean;
  #child: ChildProcess | null = null;
  #isStopping = false;
  #restarts = 0;
  #calm: NodeJS.Timeout | null = null;
  #restarting: Promise<void> = Promise.resolve();
  readonly #onExit = (): void => {
    this.#child?.kill('SIGINT');
  };

  constructor(
    places: ClusterPlaces,
    programs: Programs,
    runAs: RunAs,
    options: {
      readonly log: (words: string) => void;
      readonly isDurable: boolean;
      readonly staysAfterExit: boolean;
      readonly settings: Readonly<Record<string, string>>;
    },
  ) {
    this.#places = places;
    this.#programs = programs;
    this.#runAs = runAs;
    this.#log = options.log;
    this.#staysAfterExit = options.staysAfterExit;
    this.socketFolder = makeFolder(socketFolderOf(places.home), 0o700, runAs);
    const logFolder = makeFolder(join(places.home, 'log'), 0o700, runAs);
    this.#settings = Object.entries({
      ...settingsFor(options.isDurable, logFolder),
      unix_socket_directories: this.socketFolder,
      ...options.settings,
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  }

  /** Number of the process, 0 when none runs. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Ends leftovers, starts PostgreSQL and waits until it takes connections (after a crash: until it has recovered). */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await clearCluster(this.#places.cluster);
      const child = this.#spawn();
      if (await this.#isReady(child)) {
        this.#child = child;
        child.once('exit', () => this.#died(child));
        this.#calm = setTimeout(() => (this.#restarts = 0), calmMs).unref();
        process.removeListener('exit', this.#onExit);
        if (this.#staysAfterExit) child.unref();
        else process.once('exit', this.#onExit);
        return;
      }
      const words = readFileSync(this.#places.startLog, 'utf8').trim();
      // Children of a killed server need a moment to notice and go; one that it was just sending off may even come up
      // meanwhile and hold the socket, which PostgreSQL says in its own log only.
      const isTaken = /shared memory block|lock file/i.test(words);
      const isUntold = attempt < 10 && /redirecting log output/i.test(words);
      if (attempt >= 50 || !(isTaken || isUntold)) throw this.#explain(words);
      await sleep(200);
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#calm !== null) clearTimeout(this.#calm);
    await this.#restarting;
    process.removeListener('exit', this.#onExit);
    if (this.#child?.pid !== undefined) await endPostmaster(this.#child.pid, this.#places.cluster);
    this.#child = null;
    if (!this.socketFolder.startsWith(this.#places.home))
      rmSync(this.socketFolder, { recursive: true, force: true });
  }

  #spawn(): ChildProcess {
    const output = openSync(this.#places.startLog, 'w', 0o600);
    try {
      return spawn(
        join(this.#programs.folder, 'bin', 'postgres'),
        ['-D', this.#places.cluster, ...this.#settings],
        {
          ...identityOf(this.#runAs),
          cwd: this.#places.cluster,
          env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
          stdio: ['ignore', output, output],
          // Of its own group: Ctrl-C in the terminal reaches the server, which then stops the database in order.
          detached: true,
        },
      );
    } finally {
      closeSync(output);
    }
  }

  async #isReady(child: ChildProcess): Promise<boolean> {
    let isOver = false;
    child.once('exit', () => {
      isOver = true;
    });
    child.once('error', () => {
      isOver = true;
    });
    for (let waits = 1; !isOver; waits++) {
      const found = findPostmaster(this.#places.cluster);
      if (found?.pid === child.pid && found?.isReady) return true;
      if (waits % 500 === 0) this.#log('The database is still recovering from an unclean end.');
      await sleep(waits < 50 ? 5 : 20);
    }
    return false;
  }

  #died(child: ChildProcess): void {
    if (this.#isStopping || this.#child !== child) return;
    this.#child = null;
    if (this.#calm !== null) clearTimeout(this.#calm);
    this.#log(`PostgreSQL ended unasked (${child.exitCode ?? child.signalCode}); starting it again.`);
    this.#restarting = this.#startAgain();
  }

  /** It may be killed while it starts, too: that is one more end, not a reason to leave it. */
  async #startAgain(): Promise<void> {
    while (!this.#isStopping) {
      this.#restarts += 1;
      if (this.#restarts > restartLimit) {
        this.#log(`It has ended ${restartLimit} times: given up. See ${join(this.#places.home, 'log')}.`);
        return;
      }
      try {
        await this.start();
        return;
      } catch (error) {
        this.#log(String(error));
        await sleep(100);
      }
    }
  }

  #explain(words: string): Error {
    const known = explain(new Error(words), this.#places.home, this.#runAs);
    if (known instanceof UserError) return known;
    const last = words.split('\n').filter((line) => /FATAL|PANIC|ERROR|error while loading/.test(line));
    return didNotStart(last.join(' ') || words.slice(-500) || 'no words', this.#places.startLog);
  }
}

function socketFolderOf(home: string): string {
  const inside = join(home, 'socket');
  return Buffer.byteLength(inside) <= longestSocketFolder
    ? inside
    : mkdtempSync(join(tmpdir(), 'yangguang-'));
}

function makeFolder(folder: string, mode: number, runAs: RunAs): string {
  if (!existsSync(folder)) mkdirSync(folder, { mode });
  if (runAs.drops) chownSync(folder, runAs.uid, runAs.gid);
  return folder;
}

/**
 * No network. No personal data in its log: neither statements nor the values of a violated constraint. Durable unless
 * the database is a test's. No parallel workers: many small requests on few cores, and small /dev/shm in containers.
 */
function settingsFor(isDurable: boolean, logFolder: string): Record<string, string> {
  const durability = isDurable ? 'on' : 'off';
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_permissions: '0700',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    fsync: durability,
    synchronous_commit: durability,
    full_page_writes: durability,
    // One call in place of opening a thousand files: the start after a crash takes a fraction.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    max_connections: '100',
    shared_buffers: isDurable ? '256MB' : '48MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    password_encryption: 'scram-sha-256',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    logging_collector: isDurable ? 'on' : 'off',
    log_directory: logFolder,
    log_filename: 'postgres-%a.log',
    log_file_mode: '0600',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
  };
}
