import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '@yangguang/domain/errors/user-error';
import type { Office } from '../../http/call.ts';
import type { Settings } from '../../settings.ts';
import type { JobKind } from '../job-kind.ts';

type Needs = Pick<Office, 'settings' | 'now'>;

/**
 * Backs up with the command itself, in a process of its own beside the server: what is started from the desk and what a
 * timer starts are the same thing. The backup appears under its name when it is whole and was read again.
 * @param program the server's program
 */
export function backUpStore({ settings, now }: Needs, program: string): JobKind {
  return {
    run: async (job) => {
      const place = backupPlace(settings);
      if (place === null) throw notBackedUp('BAK-109');
      job.progress(0, { zh: '备份数据库和文件', en: 'Backing up database and files' });
      await mkdir(place.folder, { recursive: true, mode: 0o700 });
      const to = join(place.folder, nameOf(now()));
      const line = [program, 'backup', to, '--passphrase-file', place.passphraseFile];
      const complaint = await runToItsEnd(line, settings, job.signal);
      job.signal.throwIfAborted();
      if (!existsSync(to)) throw notBackedUp(codeIn(complaint));
      await job.finish(async () => {});
    },
    putAway: async () => {},
  };
}

/** Where backups from the desk go and what closes them; null when nobody has set it. */
export function backupPlace({
  BACKUP_DIR: folder,
  BACKUP_PASSPHRASE_FILE: passphraseFile,
}: Settings): { readonly folder: string; readonly passphraseFile: string } | null {
  return folder === undefined || passphraseFile === undefined ? null : { folder, passphraseFile };
}

/** BAK-109: no folder is set · BAK-110: the command ended without a backup. @param code what the command said */
export function notBackedUp(code: string): UserError {
  if (code === 'BAK-109')
    return new UserError(code, {
      what: { zh: '不能从管理界面备份。', en: 'A backup cannot be started from the desk.' },
      why: {
        zh: '没有设置 BACKUP_DIR 和 BACKUP_PASSPHRASE_FILE。',
        en: 'BACKUP_DIR and BACKUP_PASSPHRASE_FILE are not set.',
      },
      remedy: {
        zh: '请在服务器上用 yangguang backup 备份，或设置这两项后重新启动。',
        en: 'Use yangguang backup at the machine, or set both and start the server again.',
      },
    });
  return new UserError('BAK-110', {
    what: { zh: '备份没有完成。', en: 'The backup was not made.' },
    why: {
      zh: `备份命令结束时没有留下备份（${code}）。`,
      en: `The command ended without leaving a backup (${code}).`,
    },
    remedy: {
      zh: '请检查备份目录的空间和权限、口令文件，再试一次；详情可在机器上执行 yangguang backup 查看。',
      en: 'See to the room and rights of the folder and to the passphrase file, then try again; yangguang backup at the machine says more.',
    },
  });
}

/** Names sort by time: '2026-11-21-183000', the clock of China. */
function nameOf(at: Date): string {
  const [day = '', time = ''] = new Date(at.getTime() + 8 * 3_600_000).toISOString().split('T');
  return `${day}-${time.slice(0, 8).replaceAll(':', '')}`;
}

/** @returns what the program complained of */
async function runToItsEnd(
  line: readonly string[],
  { DATA_DIR, DATABASE_URL, KEY_FILE }: Settings,
  signal: AbortSignal,
): Promise<string> {
  const child = spawn(process.execPath, line, {
    env: {
      ...{ PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', DATA_DIR },
      ...(DATABASE_URL === undefined ? {} : { DATABASE_URL }),
      ...(KEY_FILE === undefined ? {} : { KEY_FILE }),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-8000);
  });
  try {
    await once(child, 'close');
    return complaint;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The code in what a command complained of; its words may name places. */
function codeIn(complaint: string): string {
  return /\b(?:BAK|DB|KEY|SET|SRV)-\d{3}\b/.exec(complaint)?.[0] ?? 'BAK-110';
}
