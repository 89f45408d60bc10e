import { serverCommands } from '@yangguang/contract/server-commands';
import { roles } from '@yangguang/domain/people/role';
import { type AccountRow, getAccountByName, listAccounts } from '@yangguang/store/account/account';
import { listAppointments } from '@yangguang/store/account/appointment';
import {
  type Keeper,
  resetPassword,
  resetTotp,
  unlockAccount,
} from '@yangguang/store/account/manage-account';
import { createAdministrators, type Person } from '@yangguang/store/account/set-up';
import type { Transaction } from '@yangguang/store/database';
import { noteCommand, type OpenedStore, withStore } from '../office/open-store.ts';
import type { World } from '../world.ts';
import { actionOf, actionWord, objectOf } from './action-of.ts';
import type { Command, TypedArgs } from './command.ts';
import { exitCode } from './exit-code.ts';
import { say } from './say.ts';
import { UsageError } from './usage-error.ts';

const actions = {
  'set-up': { zh: '建立三员账号', en: 'makes the three administrators' },
  list: { zh: '列出账号', en: 'lists the accounts' },
  'reset-password': { zh: '发给新的初始口令', en: 'gives a new first password' },
  'reset-second-factor': { zh: '手机遗失时取消第二因素', en: 'takes a lost second factor away' },
  unlock: { zh: '提前解锁', en: 'ends a lock' },
} as const;

const person = (zh: string, en: string) => ({
  kind: 'text' as const,
  value: 'USER=NAME',
  zh: `set-up：${zh}的用户名和姓名`,
  en: `set-up: user name and name of the ${en}`,
});

/**
 * For whoever keeps the machine: what the security administrator does on the screen, when nobody can sign in any more.
 * Everything but the list is entered into the audit.
 */
export const user: Command = {
  verb: 'user',
  summary: serverCommands.user,
  words: [actionWord(actions), { name: 'USER', zh: '用户名', en: 'user name', optional: true }],
  flags: {
    'system-admin': person('系统管理员', 'system administrator'),
    'security-admin': person('安全保密管理员', 'security administrator'),
    'audit-admin': person('安全审计员', 'audit administrator'),
  },
  examples: [
    'yangguang user set-up --system-admin gao=高远 --security-admin an=安然 --audit-admin shen=沈静',
    'yangguang user list',
    'yangguang user reset-password an',
  ],
  async run(typed, world) {
    const action = actionOf(actions, typed);
    const work: Record<keyof typeof actions, (store: OpenedStore) => Promise<void>> = {
      'set-up': (store) => setUp(store, typed, world),
      list: (store) => list(store, world),
      'reset-password': (store) =>
        change(store, typed, world, 'user.resetPassword', async (tx, { id, userName }) => {
          const password = await resetPassword(tx, id, atTheMachine, world.now());
          return () => tellPassword(userName, password, world);
        }),
      'reset-second-factor': (store) =>
        change(store, typed, world, 'user.resetSecondFactor', (tx, { id }) =>
          resetTotp(tx, id, atTheMachine, world.now()).then(() => () => sayDone(world)),
        ),
      unlock: (store) =>
        change(store, typed, world, 'user.unlock', (tx, { id }) =>
          unlockAccount(tx, id, atTheMachine).then(() => () => sayDone(world)),
        ),
    };
    const people = action === 'set-up' ? readPeople(typed) : null;
    if (people === null && action !== 'list') objectOf(typed, userName);
    await withStore(world, work[action]);
    return exitCode.done;
  },
};

const userName = { zh: '用户名', en: 'The user name' };
/** Nobody's account, everywhere. */
const atTheMachine: Keeper = { accountId: '', areas: [''] };

async function setUp(store: OpenedStore, typed: TypedArgs, world: World): Promise<void> {
  const people = readPeople(typed);
  const passwords = await store.db.asOwner(async (tx) => {
    const made = await createAdministrators(tx, people, world.now(), world.newId);
    await noteCommand(tx, store, world, 'user.setUp', { administrators: 3 });
    return made;
  });
  for (const role of ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const) {
    say(world, `${roles[role].zh} ${people[role].fullName}：`, `${roles[role].en} ${people[role].fullName}:`);
    tellPassword(people[role].userName, passwords[role], world);
  }
}

function readPeople({ flags }: TypedArgs): Record<'systemAdmin' | 'securityAdmin' | 'auditAdmin', Person> {
  const read = (flag: string): Person => {
    const [, name = '', fullName = ''] = /^([^=]+)=(.+)$/.exec(String(flags[flag] ?? '')) ?? [];
    if (name !== '') return { userName: name.trim(), fullName: fullName.trim() };
    throw new UsageError('SRV-103', {
      zh: `--${flag} 应写作 用户名=姓名。`,
      en: `--${flag} takes USER=NAME.`,
    });
  };
  return {
    systemAdmin: read('system-admin'),
    securityAdmin: read('security-admin'),
    auditAdmin: read('audit-admin'),
  };
}

/** Changes one account and enters it into the audit; what there is to tell is told when it is committed. */
async function change(
  store: OpenedStore,
  typed: TypedArgs,
  world: World,
  operation: string,
  work: (tx: Transaction, account: AccountRow) => Promise<() => void>,
): Promise<void> {
  const name = objectOf(typed, userName);
  const tell = await store.db.asOwner(async (tx) => {
    const account = await getAccountByName(tx, name);
    const result = await work(tx, account);
    await noteCommand(tx, store, world, operation, { account: account.id });
    return result;
  });
  tell();
}

function sayDone(world: World): void {
  say(world, '已完成。', 'Done.');
}

/** A first password is shown this once and kept nowhere; whoever signs in with it must choose another. */
function tellPassword(name: string, password: string, world: World): void {
  say(
    world,
    `  用户名 ${name}，初始口令（只显示这一次，首次登录必须更改）：${password}`,
    `  user ${name}, first password (shown this once, to be changed at the first login): ${password}`,
  );
}

async function list({ db }: OpenedStore, world: World): Promise<void> {
  const now = world.now();
  let after: string | null = null;
  do {
    const page: AccountRow[] = await db.asOwner((tx) =>
      listAccounts(tx, [''], {}, { after, limit: 200, now }),
    );
    for (const account of page) world.print(await db.asOwner((tx) => lineOf(tx, account, now)));
    after = page.length < 200 ? null : (page.at(-1)?.id ?? null);
  } while (after !== null);
}

async function lineOf(tx: Transaction, account: AccountRow, now: Date): Promise<string> {
  const held = await listAppointments(
    tx,
    [''],
    { accountId: account.id, withEnded: false },
    { after: null, limit: 50, now },
  );
  const states = [
    ...(account.disabledAt === null ? [] : ['停用 disabled']),
    ...(account.lockedUntil !== null && account.lockedUntil > now ? ['锁定 locked'] : []),
    ...(account.mustChangePassword ? ['须改口令 must change password'] : []),
    ...(account.hasTotp ? ['双因素 second factor'] : []),
    ...(account.oidcSubject === null ? [] : ['单点登录 single sign-on']),
  ];
  const parts = [
    account.userName,
    account.fullName,
    account.unitName ?? '-',
    held.map(({ role, area }) => `${roles[role].zh} ${role}${area === '' ? '' : `@${area}`}`).join(', ') ||
      '-',
    states.join(', ') || '正常 in order',
  ];
  return parts.join('\t');
}
