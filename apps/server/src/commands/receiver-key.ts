import { createPrivateKey } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serverCommands } from '@yangguang/contract/server-commands';
import { makeReceiverKey } from '@yangguang/store/referral/receiver-key';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import { say } from './say.ts';
import { UsageError } from './usage-error.ts';

/** At the receiver's: no database, no network. */
export const receiverKey: Command = {
  verb: 'receiver-key',
  summary: serverCommands['receiver-key'],
  words: [{ name: 'FOLDER', zh: '新目录，密钥放在里面', en: 'a new folder for the keys' }],
  flags: {},
  examples: ['yangguang receiver-key /secure/keys-2026'],
  async run(typed, world) {
    const folder = resolve(typed.words[0] ?? '');
    const passphrase = await world.readSecret(
      '私钥口令（直接回车则不加密） · passphrase of the private key (none: not encrypted): ',
    );
    const { privatePem, key } = await makeReceiverKey();
    try {
      mkdirSync(folder, { mode: 0o700 });
    } catch {
      throw new UsageError('SRV-103', {
        zh: `目录 ${folder} 已经存在，或不能建立。`,
        en: `The folder ${folder} exists already, or cannot be made.`,
      });
    }
    const written = passphrase === null || passphrase === '' ? privatePem : encrypted(privatePem, passphrase);
    writeFileSync(join(folder, 'private.pem'), written, { mode: 0o600, flag: 'wx' });
    writeFileSync(join(folder, 'public.jwk.json'), `${JSON.stringify(key.jwk, null, 2)}\n`, { mode: 0o644 });
    say(
      world,
      `已生成：${join(folder, 'private.pem')}（自行保管，不要交出）和 ${join(folder, 'public.jwk.json')}（交给移送单位）。`,
      `Made: ${join(folder, 'private.pem')} (keep it, hand it to nobody) and ${join(folder, 'public.jwk.json')} (for whoever refers to you).`,
    );
    say(world, `公钥指纹：${key.fingerprint}`, `Fingerprint of the public key: ${key.fingerprint}`);
    return exitCode.done;
  },
};

function encrypted(pem: string, passphrase: string): string {
  const key = createPrivateKey(pem);
  return key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }) as string;
}
