import { checkDigit } from '@yangguang/domain/words/id-check';
import type { Programme } from '@yangguang/domain/people/scope';
import { openClient } from '@yangguang/contract/client';
import type { Client } from '@yangguang/contract/wire';
import { putHouseholds } from '@yangguang/store/household/household';
import { enterLeads, type NewLead } from '@yangguang/store/lead/enter-leads';
import { jump as jumpTo } from '@yangguang/store/lead/test-jump';
import { sql } from '@yangguang/store/sql';
import { journalRoom } from '../../office/journal-room.ts';
import type { TestOffice, TestVisitor } from '../../test-office.ts';
import { twoCounties } from '../matter/test-matters.ts';

/** An ID number nobody has: of a county that does not exist. */
export function idNumber(serial: number): string {
  const first = ['339901', '19600707', String(serial).padStart(3, '0')].join('');
  return `${first}${checkDigit(first)}`;
}
export const phoneNumber = (serial: number): string => `139${String(90_000_000 + serial)}`;
export const accountNumber = (serial: number): string => `6217${String(serial).padStart(15, '0')}`;

/** A household of a head and one more member, with numbers, health and what the roll says it receives. */
export async function home(
  { office }: TestOffice,
  serial: number,
  who: {
    readonly head: string;
    readonly other: string;
    readonly region: string;
    readonly programme?: Programme;
  },
): Promise<string> {
  const id = office.newId();
  const { head, other, region, programme = 'dibao_rural' } = who;
  const made = {
    ...{ id, region, programme, headName: head, address: '示范县东乡一村12号' },
    private: {
      members: [
        { name: head, idNumber: idNumber(serial), relation: 'self', isInsured: true, health: '尿毒症' },
        { name: other, idNumber: idNumber(serial + 100), relation: 'spouse', isInsured: true },
      ],
      accounts: [{ number: accountNumber(serial), name: head, bank: '农信社' }],
      phones: [phoneNumber(serial)],
    },
    entitlements: [
      {
        id: office.newId(),
        programme,
        monthlyFen: 62_000n,
        fromMonth: '2025-03-01',
        toMonth: null,
      },
      {
        id: office.newId(),
        programme,
        monthlyFen: 50_000n,
        fromMonth: '2024-03-01',
        toMonth: '2025-03-01',
      },
    ],
  };
  await office.db.asOwner((tx) => putHouseholds(tx, office.vault, [made], office.now()));
  return id;
}

/** Every number that must be in no answer, address or line of the log. */
export function everyNumber(serials: readonly number[]): string[] {
  return serials.flatMap((n) => [idNumber(n), idNumber(n + 100), phoneNumber(n), accountNumber(n)]);
}

/** A finding about a member of a household. */
export function finding(id: string, serial: number, more: Partial<NewLead>): NewLead {
  return {
    id,
    household_id: null,
    run_id: '00000000-0000-4000-8000-000000000901',
    rule: 'INC-01',
    family: 'INC',
    severity: 'suspect',
    identity_tier: 'same',
    grade: 'lead',
    subject_kind: 'person',
    subject_name: '李大山',
    period: '2026-01–2026-03',
    summary_zh: '李大山于2026-01-02死亡，次月起仍发放2个月。',
    summary_en: '李大山 died on 2026-01-02; paid for 2 months after.',
    is_restricted: false,
    private: {
      idNumber: idNumber(serial),
      facts: { died_on: '2026-01-02', months_paid: 2 },
      match: {
        for: { zh: '号码有效且相同，姓名相符。', en: 'The number is valid and the same, the names agree.' },
        against: { zh: '登记时可能填错号码。', en: 'The number may have been recorded wrongly.' },
      },
      evidence: [
        {
          dataset: 'cremation',
          file: '火化名单.xlsx',
          sheet: '1月',
          row: 17,
          fields: {
            name: '李大山',
            id_number: idNumber(serial),
            died_on: '2026-01-02',
            handler_name: '周小川',
            phone: phoneNumber(serial),
            cause: '尿毒症',
            address: '示范县东乡一村12号',
            note: `联系人周小川${phoneNumber(serial + 1)}`,
          },
        },
        {
          dataset: 'payment',
          file: '发放明细.csv',
          sheet: '',
          row: 240,
          fields: { name: '李大山', account_no: accountNumber(serial), amount_fen: 62_000 },
        },
      ],
    },
    region: '339901001001',
    programme: 'dibao_rural',
    amount_fen: 124_000n,
    pack_version: '1',
    rule_hash: 'aaaa',
    campaignId: null,
    facts: { rule: 'INC-01', family: 'INC', identity: 'same' },
    ...more,
  };
}

/** Enters findings as a run would. @returns their matters by fingerprint */
export async function enter(
  { office }: TestOffice,
  ...leads: readonly NewLead[]
): Promise<ReadonlyMap<string, string>> {
  await office.db.asOwner((tx) => enterLeads(tx, journalRoom(office), leads, office.now()));
  const rows = await office.db.asOwner((tx) =>
    tx.rows<{ id: string; matter_id: string }>(sql`select id, matter_id from lead`),
  );
  return new Map(rows.map((row) => [row.id, row.matter_id]));
}

/** See `jump` of the store. */
export function jump(
  { office }: TestOffice,
  accountId: string,
  leadId: string,
  action: string,
  facts: Readonly<Record<string, string>> = {},
): Promise<void> {
  return jumpTo({ db: office.db, room: journalRoom(office), accountId }, leadId, action, facts);
}

/** A client that keeps what went over the wire: addresses and answers, as they were. */
export function overheard(one: TestOffice, visitor: TestVisitor): { client: Client; heard: string[] } {
  const heard: string[] = [];
  const client = openClient(one.origin, async (url, init) => {
    const answer = await visitor.send(url, init);
    const text = await answer.text();
    heard.push(url, text);
    return { ...answer, status: answer.status, headers: answer.headers, body: null, text: async () => text };
  });
  return { client, heard };
}

/** Two counties with homes and findings, and everybody who works on them. */
export async function leadOffice() {
  const { one, people } = await twoCounties();
  const east = await home(one, 1, { head: '张秀兰', other: '李大山', region: '339901001001' });
  const west = await home(one, 2, { head: '王建国', other: '王小明', region: '339901002001' });
  const south = await home(one, 3, { head: '赵铁柱', other: '钱多多', region: '339902001001' });
  const tekun = await home(one, 4, {
    ...{ head: '孙独居', other: '孙小妹', region: '339901001001' },
    programme: 'tekun',
  });
  const missing = {
    ...{ rule: 'OMI-01', family: 'OMI', severity: 'suspect' as const, subject_name: '张秀兰' },
    ...{ summary_zh: '张秀兰可能应享未享。', summary_en: '张秀兰 may be missing a benefit.' },
    ...{ amount_fen: null, facts: { rule: 'OMI-01', family: 'OMI', identity: 'same' } },
  };
  const official = {
    ...{ rule: 'KIN-01', family: 'KIN', is_restricted: true, severity: 'serious' as const },
    ...{ facts: { rule: 'KIN-01', family: 'KIN', identity: 'same' } },
    ...{ summary_zh: '李大山为周小川近亲属。', summary_en: '李大山 is kin of 周小川.' },
  };
  const matters = await enter(
    one,
    finding('E1', 101, { household_id: east, severity: 'serious' }),
    finding('E2', 1, { household_id: east, ...missing }),
    finding('E3', 101, { household_id: east, ...official }),
    finding('W1', 2, { household_id: west, region: '339901002001', subject_name: '王建国' }),
    finding('S1', 3, { household_id: south, region: '339902001001', subject_name: '赵铁柱' }),
    finding('T1', 4, { household_id: tekun, programme: 'tekun', subject_name: '孙独居' }),
    finding('V1', 9, {
      ...{ rule: 'PAY-01', family: 'PAY', subject_kind: 'village', subject_name: '一村', programme: 'none' },
      ...{ summary_zh: '一村同日集中退保。', summary_en: 'Many exits of one day in the village.' },
      private: { subjectKey: '339901001001', facts: { exits: 9 } },
      facts: { rule: 'PAY-01', family: 'PAY', identity: 'none' },
    }),
  );
  const of = (id: string): string => matters.get(id) ?? '';
  return { one, people, homes: { east, west, south, tekun }, of };
}
