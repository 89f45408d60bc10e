import { readFileSync, statSync } from 'node:fs';
import { UserError } from '@yangguang/domain/errors/user-error';
import type { World } from '../world.ts';
import type { TypedArgs } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Whoever holds a copy may try for years. */
const shortest = 12;

/**
 * The passphrase of a backup: the first line of a file that nobody else may read, or typed.
 * @throws UserError BAK-107 the file cannot be used
 */
export async function readPassphrase({ flags }: TypedArgs, world: World): Promise<string> {
  const file = flags['passphrase-file'];
  const typed =
    typeof file === 'string'
      ? readFirstLine(file)
      : await world.readSecret('备份口令 · passphrase of the backup: ');
  if (typed === null || typed === '')
    throw new UsageError('SRV-103', { zh: '没有输入备份口令。', en: 'No passphrase was given.' });
  return typed;
}

/** @throws UserError BAK-108 when it is too short to keep a backup closed */
export function assertStrong(passphrase: string): void {
  if ([...passphrase.normalize('NFKC')].length >= shortest) return;
  throw new UserError('BAK-108', {
    what: { zh: '备份口令太短。', en: 'The passphrase is too short.' },
    why: {
      zh: `少于 ${shortest} 个字符；拿到备份的人可以长期猜测。`,
      en: `It has fewer than ${shortest} characters, and whoever holds the backup may guess for years.`,
    },
    remedy: {
      zh: '请用更长的口令，例如四个以上不相关的词。',
      en: 'Take a longer one, such as four or more unrelated words.',
    },
  });
}

function readFirstLine(file: string): string {
  let why = { zh: '文件不存在或无法读取。', en: 'It is not there or cannot be read.' };
  try {
    if ((statSync(file).mode & 0o077) === 0) return readFileSync(file, 'utf8').split(/\r?\n/)[0] ?? '';
    why = { zh: '其他用户可以读取它。', en: 'Others may read it.' };
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
  }
  throw new UserError('BAK-107', {
    what: { zh: `口令文件 ${file} 不能使用。`, en: `The passphrase file ${file} cannot be used.` },
    why,
    remedy: { zh: `请检查路径并执行 chmod 600。`, en: 'Check its place and run chmod 600 on it.' },
  });
}
