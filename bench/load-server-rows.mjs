import { createHash, randomUUID } from 'node:crypto';
import { checkDigit } from '@yangguang/domain/words/id-number';

// Made-up divisions, households and findings for the load test. Codes that nobody has.

export const city = '3399';
export const counties = Array.from({ length: 10 }, (_, i) => `${city}${String(i + 1).padStart(2, '0')}`);
export const towns = counties.flatMap((c) =>
  Array.from({ length: 20 }, (_, i) => c + String(i + 1).padStart(3, '0')),
);
export const villages = towns.flatMap((t) =>
  Array.from({ length: 10 }, (_, i) => t + String(i + 1).padStart(3, '0')),
);
const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国春梅'];
const rules = ['INC-01', 'INC-02', 'INC-05', 'SUP-01', 'OMI-06', 'PAY-01'];
const dayMs = 86_400_000;

export const nameOf = (n) =>
  surnames[n % surnames.length] + given[(n * 7) % given.length] + given[(n * 13) % given.length];

function idNumber(village, n) {
  const born = new Date(Date.UTC(1940, 0, 1) + (n % 25_000) * dayMs).toISOString().slice(0, 10);
  const first17 = village.slice(0, 6) + born.replaceAll('-', '') + String(n % 1000).padStart(3, '0');
  return first17 + checkDigit(first17);
}

const villageOf = (household) => villages[(household * 17) % villages.length];

/** The n-th household, as an import hands it over. */
export function household(n) {
  const region = villageOf(n);
  const members = Array.from({ length: 1 + (n % 4) }, (_, i) => ({
    name: nameOf(n + i * 31),
    idNumber: idNumber(region, n * 4 + i),
    relation: i === 0 ? '户主' : '子女',
    isInsured: true,
  }));
  return {
    id: randomUUID(),
    region,
    programme: n % 5 === 0 ? 'tekun' : 'dibao_rural',
    headName: members[0].name,
    address: `村内${n % 300}号`,
    private: {
      members,
      accounts: [{ number: `62284800${String(n).padStart(11, '0')}`, name: members[0].name, bank: '农商行' }],
      phones: [`139${String(n % 100_000_000).padStart(8, '0')}`],
    },
    entitlements: [
      {
        id: randomUUID(),
        programme: n % 5 === 0 ? 'tekun' : 'dibao_rural',
        monthlyFen: BigInt(30_000 + (n % 40) * 1000),
        fromMonth: '2025-01-01',
        toMonth: null,
      },
    ],
  };
}

/** The n-th finding, about that household. */
export function newLead(of, n, run) {
  return {
    id: createHash('sha256').update(`load ${n}`).digest('hex'),
    household_id: of.id,
    run_id: run,
    rule: rules[n % rules.length],
    family: rules[n % rules.length].slice(0, 3),
    severity: ['serious', 'suspect', 'info'][n % 3],
    identity_tier: 'same',
    grade: 'lead',
    subject_kind: 'person',
    subject_name: of.headName,
    period: '2026-03',
    summary_zh: `${of.headName}在领取期间有其他收入。`,
    summary_en: `${of.headName} had another income while receiving aid.`,
    is_restricted: n % 500 === 499,
    region: of.region,
    programme: of.programme,
    amount_fen: BigInt((n % 900) * 1000),
    pack_version: '1',
    rule_hash: 'load',
    private: {
      idNumber: of.private.members[0].idNumber,
      subjectKey: `${of.private.members[0].idNumber} ${n}`,
      facts: { income_fen: n },
      evidence: [{ table: 'wages', row: n }],
    },
    campaignId: null,
    facts: {},
  };
}
