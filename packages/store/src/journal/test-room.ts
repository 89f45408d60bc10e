import { UserError } from '@yangguang/domain/errors/user-error';
import { defineWorkflow } from '@yangguang/domain/workflows/workflow';
import type { Database } from '../database.ts';
import { sql } from '../sql.ts';
import { testVault } from '../crypto/test-vault.ts';
import { type Hand, type Opening, openMatters, plainHeader } from './open-matters.ts';
import type { Room } from './room.ts';

/** A small workflow for tests of the journal: an errand that is done by one and checked by another. */
const errand = defineWorkflow({
  id: 'errand',
  title: { zh: '差事', en: 'Errand' },
  source: 'test',
  subject: 'household',
  start: 'todo',
  recuseKin: true,
  opening: {
    by: ['townCaseworker'],
    asks: { what: { kind: 'text', zh: '内容', en: 'What', optional: true } },
  },
  states: {
    todo: { zh: '待办', en: 'To do' },
    done: { zh: '已办', en: 'Done' },
    closed: { zh: '已结', en: 'Closed', end: true },
  },
  actions: {
    note: {
      zh: '记录',
      en: 'Note',
      from: ['todo', 'done'],
      to: 'todo',
      by: ['townCaseworker', 'clock'],
      asks: {
        severity: {
          kind: 'choice',
          zh: '程度',
          en: 'Severity',
          optional: true,
          choices: { serious: { zh: '严重', en: 'Serious' }, info: { zh: '提示', en: 'Info' } },
        },
        illness: { kind: 'text', zh: '病情', en: 'Illness', privacy: 'health', optional: true },
        idNumber: { kind: 'text', zh: '证件号', en: 'ID', privacy: 'personal', optional: true },
        visitors: { kind: 'accounts', min: 1, zh: '走访人', en: 'Visitors', optional: true },
        other: { kind: 'matter', zh: '关联', en: 'Other', optional: true },
      },
    },
    finish: {
      zh: '办结',
      en: 'Finish',
      from: ['todo'],
      to: 'done',
      by: ['townCaseworker'],
      needs: ['visitForm'],
      opens: [{ workflow: 'errand', kind: 'followUp', facts: { what: 'what' } }],
    },
    close: {
      zh: '销号',
      en: 'Close',
      from: ['done'],
      to: 'closed',
      by: ['countyReviewer'],
      apart: ['finish'],
      reasoned: true,
    },
  },
  clocks: {},
});

/** A room over the small workflow, with a vault of its own, a clock that stands, and ids that count. */
export function testRoom(now = '2026-11-21T09:00:00.000Z'): Room {
  let n = 0;
  return {
    vault: testVault(),
    workflows: { errand },
    readClock: ({ facts }) => ({
      clock: 'deadline',
      dueOn: facts['severity'] === 'serious' ? '2026-11-25' : '2026-12-21',
      dueAt: null,
    }),
    refuse: (_, __, { code }) =>
      new UserError(code, { what: both(code), why: both(code), remedy: both(code) }),
    newId: () => {
      n += 1;
      return `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
    },
    now: () => new Date(now),
  };
}

const both = (text: string) => ({ zh: text, en: text });

/** An id for tests: the same number, the same id. */
export function testId(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export const county = '371302';
export const town = '371302001';
export const otherTown = '371302002';

/** Divisions, four colleagues and two households, as tests of matters need them. */
export async function furnish(db: Database): Promise<void> {
  await db.asOwner(async (tx) => {
    await tx.run(sql`insert into division (code, name) select * from unnest(
      ${['37', '3713', county, town, otherTown, '371402', '371402001']}::text[],
      ${['山东省', '临沂市', '兰山区', '银雀山街道', '金雀山街道', '德城区', '新湖街道']}::text[])`);
    for (const [i, name] of ['王芳', '李强', '赵敏', '钱进'].entries())
      await tx.run(sql`insert into account (id, user_name, full_name, created_at)
        values (${testId(i + 1)}, ${`user${i + 1}`}, ${name}, now())`);
    for (const [i, [role, area]] of [
      ['townCaseworker', town],
      ['townCaseworker', town],
      ['countyReviewer', county],
      ['townCaseworker', otherTown],
    ].entries())
      await tx.run(sql`insert into appointment (id, account_id, role, area, from_on, granted_at)
        values (${testId(100 + i)}, ${testId(i + 1)}, ${role}, ${area}, '2026-01-01', now())`);
    for (const [i, region] of [town, otherTown].entries())
      await tx.run(sql`insert into household (id, region, programme, head_name, updated_at)
        values (${testId(200 + i)}, ${region}, 'dibao_rural', ${`张${i}`}, now())`);
  });
}

export const firstHand: Hand = { accountId: testId(1), role: 'townCaseworker', area: town };
export const secondHand: Hand = { accountId: testId(2), role: 'townCaseworker', area: town };
export const reviewer: Hand = { accountId: testId(3), role: 'countyReviewer', area: county };

/** An errand about the household of the town, opened by the first colleague. */
export function errandAt(n: number, more: Partial<Opening> = {}): Opening {
  return {
    matterId: testId(n),
    stepId: testId(n + 500_000),
    header: {
      ...plainHeader({ workflow: 'errand', region: town, programme: 'dibao_rural', title: '张三' }),
      householdId: testId(200),
    },
    facts: { what: '核对名单' },
    reason: null,
    hand: firstHand,
    at: new Date('2026-11-20T01:00:00.000Z'),
    sent: null,
    ...more,
  };
}

/** Opens errands as a job would. */
export async function openErrands(db: Database, room: Room, openings: readonly Opening[]): Promise<void> {
  await db.asOwner((tx) => openMatters(tx, room, openings));
}
