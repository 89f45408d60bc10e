import { resolve } from 'node:path';
import { serverCommands } from '@yangguang/contract/server-commands';
import { putKeysBack } from '@yangguang/store/crypto/key-file';
import { rotateKeys } from '@yangguang/store/crypto/open-vault';
import { registerKeys } from '@yangguang/store/crypto/register-keys';
import { retireKey } from '@yangguang/store/crypto/retire-key';
import { countKeyUses, rotateValues } from '@yangguang/store/crypto/rotate-values';
import { countFileKeys, rewrapFiles } from '../files/rewrap-files.ts';
import { noteCommand, type OpenedStore, withStore } from '../office/open-store.ts';
import type { World } from '../world.ts';
import { actionOf, actionWord, objectOf } from './action-of.ts';
import type { Command, TypedArgs } from './command.ts';
import { exitCode } from './exit-code.ts';
import { say } from './say.ts';
import { UsageError } from './usage-error.ts';

const actions = {
  list: { zh: '列出各版本及其使用情况', en: 'lists the versions and what uses them' },
  rotate: { zh: '启用新密钥，并逐批换用', en: 'adds a new key and moves everything to it' },
  continue: { zh: '继续被中断的换用', en: 'goes on with a rotation that was broken off' },
  retire: { zh: '停用不再使用的版本', en: 'takes a version out that nothing uses' },
  'put-back': { zh: '为恢复旧备份放回停用的密钥', en: 'puts retired keys back, for a backup of their time' },
} as const;

/** While the server works: it takes up a new key by itself, from the next value it writes. */
export const keys: Command = {
  verb: 'keys',
  summary: serverCommands.keys,
  words: [
    actionWord(actions),
    {
      name: 'WHAT',
      zh: 'retire 的版本号，put-back 的文件',
      en: 'version to retire, file to put back',
      optional: true,
    },
  ],
  flags: {
    suite: {
      kind: 'text',
      value: 'sm|nist',
      zh: '新密钥的算法：sm（SM4/SM3，默认）或 nist（AES/SHA-256）',
      en: 'algorithms of the new key: sm (SM4, SM3; the default) or nist (AES, SHA-256)',
    },
  },
  examples: ['yangguang keys list', 'yangguang keys rotate', 'yangguang keys retire 1'],
  async run(typed, world) {
    const action = actionOf(actions, typed);
    const suite = readSuite(typed);
    if (action === 'retire') readVersion(typed);
    if (action === 'put-back') objectOf(typed, file);
    const work: Record<keyof typeof actions, (store: OpenedStore) => Promise<number>> = {
      list: (store) => list(store, world),
      rotate: (store) => rotate(store, suite, world),
      continue: (store) => moveAll(store, world),
      retire: (store) => retire(store, readVersion(typed), world),
      'put-back': (store) => putBack(store, resolve(objectOf(typed, file)), world),
    };
    return withStore(world, work[action]);
  },
};

const file = { zh: '密钥文件', en: 'The file with the keys' };

function readSuite({ flags }: TypedArgs): 'sm' | 'nist' {
  const suite = flags['suite'] ?? 'sm';
  if (suite === 'sm' || suite === 'nist') return suite;
  throw new UsageError('SRV-103', { zh: '--suite 只能是 sm 或 nist。', en: '--suite is sm or nist.' });
}

function readVersion(typed: TypedArgs): number {
  const text = objectOf(typed, { zh: '版本号', en: 'The version' });
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError('SRV-104', { zh: '版本号应是正整数。', en: 'A version is a whole number from 1.' });
}

async function list({ db, vault, files }: OpenedStore, world: World): Promise<number> {
  const uses = await db.asOwner((tx) => countKeyUses(tx, vault));
  const inFiles = await countFileKeys(files, vault);
  for (const { version, suite, madeAt, fingerprint, retiredAt } of vault.versions) {
    const mark = fingerprint.slice(0, 16);
    say(
      world,
      `第 ${version} 版（${suite}），${madeAt}，指纹 ${mark}${retiredAt === null ? '' : `，${retiredAt} 停用`}`,
      `Version ${version} (${suite}), ${madeAt}, fingerprint ${mark}${retiredAt === null ? '' : `, retired ${retiredAt}`}`,
    );
    const own = uses.filter((use) => use.version === version);
    for (const { place, values } of own) world.print(`  ${place.padEnd(24)}${values}`);
    const count = inFiles.get(version) ?? 0;
    if (count > 0) world.print(`  ${'files'.padEnd(24)}${count}`);
  }
  return exitCode.done;
}

async function rotate(store: OpenedStore, suite: 'sm' | 'nist', world: World): Promise<number> {
  const vault = rotateKeys(store.keyFile, suite, world.now());
  await store.db.asOwner(async (tx) => {
    await registerKeys(tx, vault, store.keyFile);
    await noteCommand(tx, store, world, 'keys.rotate', { version: vault.keyVersion });
  });
  say(
    world,
    `密钥第 ${vault.keyVersion} 版已启用；请立即另存一份密钥文件 ${store.keyFile}。`,
    `Key version ${vault.keyVersion} is in use; keep a new copy of the key file ${store.keyFile} now.`,
  );
  return moveAll(store, world);
}

async function moveAll({ db, vault, files }: OpenedStore, world: World): Promise<number> {
  const { signal } = world;
  const moved = await rotateValues(db, vault, {
    signal,
    onChunk: (place, count) => world.complain(`${place} ${count}`),
  });
  const movedFiles = await rewrapFiles(files, vault, { signal });
  const values = Object.values(moved).reduce((sum, count) => sum + count, 0);
  say(
    world,
    `已换用：${values} 个值，${movedFiles} 个文件。`,
    `Moved to the newest key: ${values} values, ${movedFiles} files.`,
  );
  if (signal.aborted) {
    say(
      world,
      '已中断；用 yangguang keys continue 继续。',
      'Broken off; go on with yangguang keys continue.',
    );
    return exitCode.interrupted;
  }
  return exitCode.done;
}

async function retire(store: OpenedStore, version: number, world: World): Promise<number> {
  const aside = await store.db.asOwner(async (tx) => {
    const place = await retireKey(tx, store.vault, {
      keyFile: store.keyFile,
      version,
      now: world.now(),
      filesUnder: async (one) => (await countFileKeys(store.files, store.vault)).get(one) ?? 0,
    });
    await noteCommand(tx, store, world, 'keys.retire', { version });
    return place;
  });
  say(
    world,
    `第 ${version} 版已停用，密钥移到 ${aside}。请与同期备份一起离线保管，或在不再需要那些备份时销毁。`,
    `Version ${version} is retired; its keys are in ${aside}. Keep them offline with the backups of their time, or destroy them when those are not needed any more.`,
  );
  return exitCode.done;
}

async function putBack(store: OpenedStore, aside: string, world: World): Promise<number> {
  const version = putKeysBack(store.keyFile, aside);
  await store.db.asOwner((tx) => noteCommand(tx, store, world, 'keys.putBack', { version }));
  say(world, `第 ${version} 版密钥已放回。`, `The keys of version ${version} are back.`);
  return exitCode.done;
}
