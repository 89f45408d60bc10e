import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { serverCommands } from '@yangguang/contract/server-commands';
import { referralRefusal } from '@yangguang/store/referral/referral-refusals';
import { openContent } from '@yangguang/store/referral/sealed-content';
import type { World } from '../world.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import { say } from './say.ts';
import { UsageError } from './usage-error.ts';

/** At the receiver's: no database, no network. */
export const openSealed: Command = {
  verb: 'open-sealed',
  summary: serverCommands['open-sealed'],
  words: [{ name: 'FILE', zh: '收到的密件（.jwe）', en: 'the package received (.jwe)' }],
  flags: {
    key: { kind: 'text', value: 'FILE', zh: '私钥文件（PEM）', en: 'the private key (PEM)' },
    to: {
      kind: 'text',
      value: 'FOLDER',
      zh: '写到这个目录，默认当前目录',
      en: 'write it there; the current folder when left out',
    },
  },
  examples: ['yangguang open-sealed 移2026-1.jwe --key /secure/keys-2026/private.pem --to /secure/in'],
  async run(typed, world) {
    const { key, to } = typed.flags;
    if (typeof key !== 'string')
      throw new UsageError('SRV-103', {
        zh: '请用 --key 给出私钥文件。',
        en: 'Name the private key with --key.',
      });
    const pem = await readKey(readText(key), world);
    const opened = await openContent(readText(typed.words[0] ?? ''), pem);
    // A name from elsewhere must not choose the folder.
    const name = basename(opened.fileName.replaceAll('\\', '/')) || `${opened.number}.bin`;
    const path = join(resolve(typeof to === 'string' ? to : '.'), name);
    if (existsSync(path))
      throw new UsageError('SRV-103', { zh: `${path} 已经存在。`, en: `${path} exists already.` });
    writeFileSync(path, opened.content, { mode: 0o600, flag: 'wx' });
    say(
      world,
      `移送单 ${opened.number}，${opened.sentOn} 移送，${opened.content.length} 字节：${path}`,
      `Slip ${opened.number}, sent ${opened.sentOn}, ${opened.content.length} bytes: ${path}`,
    );
    return exitCode.done;
  },
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError('SRV-103', { zh: `读不到文件 ${file}。`, en: `The file ${file} cannot be read.` });
  }
}

/** The key as PKCS #8 without a passphrase, in memory only. @throws UserError SEAL-107 */
async function readKey(pem: string, world: World): Promise<string> {
  const passphrase = pem.includes('ENCRYPTED')
    ? ((await world.readSecret('私钥口令 · passphrase of the private key: ')) ?? '')
    : undefined;
  try {
    const key = createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
    return key.export({ type: 'pkcs8', format: 'pem' }) as string;
  } catch {
    throw referralRefusal('SEAL-107');
  }
}
