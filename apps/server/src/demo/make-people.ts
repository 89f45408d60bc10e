import { chinaDay } from '@yangguang/domain/words/china-day';
import { insertAppointment } from '@yangguang/store/account/appointment';
import { createAccount } from '@yangguang/store/account/create-account';
import { changePassword } from '@yangguang/store/account/password';
import { sql } from '@yangguang/store/sql';
import type { Office } from '../http/call.ts';
import { policyNow } from '../sign-on/resolve-session.ts';
import type { DemoPerson } from './demo-people.ts';
import { type DemoState, demoId } from './demo-state.ts';

/**
 * Makes accounts of the demo, all with its printed password, each appointed to the part of `area` its level says. Those
 * that exist already are left as they are.
 */
export async function makePeople(
  office: Office,
  state: DemoState,
  people: readonly DemoPerson[],
  area: string,
): Promise<void> {
  const now = office.now();
  const policy = policyNow(office);
  for (const person of people) {
    const id = demoId(state, `account ${person.userName}`);
    await office.db.asOwner(async (tx) => {
      if ((await tx.find(sql`select 1 as there from account where id = ${id}`)) !== null) return;
      const { userName, fullName, role, level } = person;
      const account = { id, userName, fullName, unitId: null, oidcSubject: null, withPassword: false };
      await createAccount(tx, account, { accountId: null, areas: [''] }, now);
      await changePassword(tx, id, state.password, policy, now);
      const appointment = { id: demoId(state, `appointment ${userName}`), accountId: id, role };
      const period = { fromOn: chinaDay(now), toOn: null };
      const place = { area: area.slice(0, level), programmes: null };
      await insertAppointment(tx, { ...appointment, ...place, ...period }, null, now);
    });
  }
}
