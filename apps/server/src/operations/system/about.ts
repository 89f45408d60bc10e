import { system } from '@yangguang/contract/system';
import { roles } from '@yangguang/domain/people/role';
import { needsSetUp } from '@yangguang/store/account/set-up';
import type { ShownDemo } from '../../demo/shown-demo.ts';
import { handle } from '../../http/call.ts';

export const about = handle(system.about, async (_input, { db, singleSignOn, demo }) => ({
  name: { zh: '阳光救助', en: 'Yangguang' },
  hasSingleSignOn: singleSignOn !== undefined,
  needsSetUp: await db.asOwner(needsSetUp),
  demo: demo === undefined ? null : shown(demo),
}));

function shown({ countyName, password, people, isComplete }: ShownDemo) {
  return {
    countyName,
    password,
    isComplete: isComplete(),
    accounts: people.map(({ userName, role }) => ({ userName, role, title: { ...roles[role] } })),
  };
}
