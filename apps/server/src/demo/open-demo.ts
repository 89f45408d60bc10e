import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { roles } from '@yangguang/domain/people/role';
import { needsSetUp } from '@yangguang/store/account/set-up';
import { sql } from '@yangguang/store/sql';
import type { Office } from '../http/call.ts';
import { readSettings } from '../settings.ts';
import type { World } from '../world.ts';
import { demoPeople } from './demo-people.ts';
import { demoEnded, demoMismatch } from './demo-refusals.ts';
import { type DemoState, isEnded, keepDemoState, markEnded, openDemoState } from './demo-state.ts';
import { demoCounty } from './demo-show.ts';
import { fillDemo } from './fill-demo.ts';
import { makePeople } from './make-people.ts';
import type { ShownDemo } from './shown-demo.ts';

/** A server that shows the product with a made-up county. */
export interface Demo {
  /** The world with the demo's own settings. */
  readonly world: World;
  /** Marks the database as a demo and makes the accounts that need no town yet. @throws UserError SRV-211 */
  prepare(office: Office): Promise<void>;
  /** What its sign-in page shows. @param end stops the server */
  shown(end: () => void): ShownDemo;
  /** Prints who can sign in; on the first start brings the county under way before. */
  show(office: Office, address: string): Promise<void>;
}

/** @param files folder of the made-up county's files @throws UserError DEMO-104 */
export function openDemo(files: string, world: World): Demo {
  const { DATA_DIR: folder } = readSettings(world.environment);
  if (isEnded(folder)) throw demoEnded();
  const state = openDemoState(folder);
  let isComplete = state.isComplete;
  const overlays = [world.environment['POLICY_OVERLAYS'] ?? '', writeOverlay(folder)].filter(
    (dir) => dir !== '',
  );
  const environment = { ...world.environment, POLICY_OVERLAYS: overlays.join(delimiter) };
  return {
    world: { ...world, environment },
    prepare: async (office) => {
      await markDemo(office);
      const upper = demoPeople.filter((person) => person.level <= 6);
      await makePeople(office, state, upper, demoCounty.code);
    },
    shown: (end) => ({
      countyName: demoCounty.name,
      password: state.password,
      isComplete: () => isComplete,
      people: demoPeople.map(({ userName, role }) => ({ userName, role })),
      end: () => {
        markEnded(folder, world.now());
        end();
      },
    }),
    show: async (office, address) => {
      const say = (zh: string, en: string): void => world.print(`  ${zh} · ${en}`);
      if (!isComplete) {
        await fillDemo({ office, state, address, files: resolve(files), say, signal: world.signal });
        keepDemoState(folder, { ...state, isComplete: true });
        isComplete = true;
      }
      printPeople(world, state);
    },
  };
}

/** @throws UserError SRV-211 when the database is a demo */
export async function assertNoDemo(office: Pick<Office, 'db'>): Promise<void> {
  if (await isDemo(office)) throw demoMismatch(true);
}

async function markDemo(office: Office): Promise<void> {
  if (await isDemo(office)) return;
  await office.db.asOwner(async (tx) => {
    if (!(await needsSetUp(tx))) throw demoMismatch(false);
    await tx.run(sql`insert into demo (made_at) values (${office.now()})`);
    await tx.run(sql`insert into division (code, name, is_local)
      values (${demoCounty.code}, ${demoCounty.name}, true) on conflict do nothing`);
  });
}

async function isDemo({ db }: Pick<Office, 'db'>): Promise<boolean> {
  return (await db.asOwner((tx) => tx.rows(sql`select 1 from demo limit 1`))).length > 0;
}

/**
 * Policy of the demo: nobody needs a telephone to look around, and the printed password does not age. Made-up people
 * are all there is to protect.
 */
function writeOverlay(folder: string): string {
  const overlay = join(folder, 'demo-policy');
  const parameters = join(overlay, 'parameters', 'account');
  mkdirSync(parameters, { recursive: true });
  const value = (name: string, zh: string, en: string, unit: string, is: string): void =>
    writeFileSync(
      join(parameters, `account.${name}.yml`),
      `name: account.${name}\nzh: '${zh}'\nen: '${en}'\nunit: ${unit}\nkind: product\nvalues:\n` +
        `  - region: '00'\n    from: '2019-12-01'\n    value: ${is}\n    basis: product default\n    sure: INF\n`,
    );
  value(
    'secondFactorRoles',
    '必须使用第二因素的岗位（演示：无）',
    'Roles that must use a second factor (demo: none)',
    'list',
    '[none]',
  );
  value('maxAgeDays', '口令最长使用天数（演示）', 'Days a password may be used (demo)', 'days', '36500');
  return overlay;
}

function printPeople({ print }: World, { password }: DemoState): void {
  print(
    '演示账号（数据全部虚构，只在本演示中有效） · Demo accounts (nobody in the data exists; valid here only)',
  );
  for (const { userName, role } of demoPeople)
    print(`  ${userName.padEnd(16)} ${roles[role].zh} · ${roles[role].en}`);
  print(`口令 · password：${password}`);
}
