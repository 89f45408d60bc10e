import type { DuckDBConnection } from '@duckdb/node-api';
import { insertRow, madeUpId, madeUpLead, makeUpRun } from './made-up-run.ts';

type Columns = Readonly<Record<string, string | number | boolean | null>>;

/** Towns of the made-up county, in turn; the last one is unknown. */
const PLACES: readonly Columns[] = [
  { town: '东关镇', village: '一村' },
  { town: '东关镇', village: '二/村:甲' },
  { town: '西街街道', village: '河沿社区' },
  { town: null, village: null },
];

const OTHER_LEADS: readonly Columns[] = [
  {
    family: 'KIN',
    rule: 'KIN-01',
    restricted: true,
    severity: 'serious',
    title_zh: '近亲属享受未备案',
    title_en: 'Relative on aid, not disclosed',
    summary_zh: '村干部王某的配偶在保，未见备案。',
    summary_en: 'A cadre’s spouse is on the roster, not disclosed.',
  },
  { quiet: true, summary_zh: '已核清', summary_en: 'cleared' },
  { change: 'gone', summary_zh: '已消失', summary_en: 'gone' },
  {
    grade: 'screening',
    family: 'OMI',
    rule: 'OMI-05',
    title_zh: '大额医疗支出',
    title_en: 'High medical costs',
    summary_zh: '自付 62,000 元。',
    summary_en: 'Paid 62,000 yuan.',
  },
  {
    subject_kind: 'village',
    subject_key: 'v:1',
    subject_name: '一村',
    id_number: null,
    family: 'PAY',
    rule: 'PAY-09',
    title_zh: '全村同额',
    title_en: 'One amount for a village',
  },
];

/** Serial of the head of household `n`; the spouse has the next one. Test support. */
export function headSerial(n: number): number {
  return (n + 1) * 10;
}

/**
 * A finished run with `households` households of two, each with a wrong-payment and an omission lead, and in the
 * first village a restricted, a quiet and a gone lead, a screening entry and a lead on the village. Test support.
 */
export async function makeUpLeads(households: number): Promise<DuckDBConnection> {
  const db = await makeUpRun();
  for (let n = 0; n < households; n += 1) {
    const place = PLACES[n % PLACES.length] ?? {};
    await addHousehold(db, n, place);
    await addBenefits(db, n);
    const shared = { ...place, ...standing(n) };
    await insertRow(db, 'lead', madeUpLead(headSerial(n), { ...shared, ...paidAfterDeath(n) }));
    await insertRow(db, 'lead', madeUpLead(headSerial(n) + 1, { ...shared, ...missedSubsidy(n) }));
  }
  for (const [index, lead] of OTHER_LEADS.entries()) {
    await insertRow(db, 'lead', madeUpLead(900 + index, { ...PLACES[0], ...lead }));
  }
  return db;
}

const keyOf = (serial: number): string => `i:${madeUpId(serial)}`;

async function addHousehold(db: DuckDBConnection, n: number, place: Columns): Promise<void> {
  const household = { household_key: `h${n}`, programme: 'dibao' };
  const serial = headSerial(n);
  await insertRow(db, 'household', {
    ...household,
    ...place,
    scheme: 'rural',
    head_key: keyOf(serial),
    head_name: `赵户${n}`,
    head_id: madeUpId(serial),
    size: 3,
    insured_persons: 2,
    total_fen: 98_000,
    started_month: '2019-04-01',
    row_key: serial,
  });
  const people = [
    { serial, name: `赵户${n}`, relation: 'self', isHead: true },
    { serial: serial + 1, name: `钱员${n}`, relation: 'spouse', isHead: false },
  ];
  for (const { serial: own, name, relation, isHead } of people) {
    const person = { person_key: keyOf(own), name, id_number: madeUpId(own) };
    const member = { ...household, ...person, relation, is_head: isHead, insured: isHead, row_key: own };
    await insertRow(db, 'member', member);
    await insertRow(db, 'person', { ...person, ...place, household_key: `h${n}` });
  }
}

/** Dibao and tekun for the head, which exclude each other, and an old-age subsidy of the spouse that has ended. */
async function addBenefits(db: DuckDBConnection, n: number): Promise<void> {
  const serial = headSerial(n);
  const head = { person_key: keyOf(serial), from_month: '2019-04-01', row_key: serial };
  const dibao = { ...head, household_key: `h${n}`, programme: 'dibao', amount_fen: 98_000 };
  const tekun = { ...head, programme: 'tekun', amount_fen: 120_000 };
  const elder = { person_key: keyOf(serial + 1), programme: 'elder', amount_fen: 10_000, row_key: serial };
  await insertRow(db, 'benefit', dibao);
  await insertRow(db, 'benefit', tekun);
  await insertRow(db, 'benefit', { ...elder, from_month: '2022-01-01', to_month: '2022-03-01' });
}

function standing(n: number): Columns {
  return {
    household_key: `h${n}`,
    household_head_id: madeUpId(headSerial(n)),
    household_head_name: `赵户${n}`,
    group_name: '三组',
    phone: '13800001234',
    programme: 'dibao',
    scheme: 'rural',
    file_no: `DB-${n}`,
  };
}

function paidAfterDeath(n: number): Columns {
  const id = madeUpId(headSerial(n));
  const fields = { name: `赵户${n}`, id_number: id };
  return {
    severity: 'serious',
    subject_name: `赵户${n}`,
    id_number: id,
    period_from: '2022-02',
    period_to: '2022-06',
    amount_fen: 490_000,
    tier: 'same',
    summary_zh: `赵户${n}（${id}）2022年1月15日死亡，2022年2月至6月仍发放5个月，合计4,900.00元。`,
    summary_en: `Zhao ${n} died on 2022-01-15; five months, 4,900.00 yuan, were paid after that.`,
    evidence: JSON.stringify([
      { dataset: 'cremation', file: '殡仪馆/火化 2022.xlsx', sheet: '名单', row: 12 + n, fields },
      { dataset: 'payment', file: '发放/2022年6月.csv', sheet: '', row: 300 + n, fields },
    ]),
  };
}

function missedSubsidy(n: number): Columns {
  return {
    family: 'OMI',
    rule: 'OMI-08',
    title_zh: '残疾人未享受护理补贴',
    title_en: 'Disabled, no care subsidy',
    subject_name: `钱员${n}`,
    id_number: madeUpId(headSerial(n) + 1),
    subject_key: keyOf(headSerial(n) + 1),
    tier: 'likely',
    match_for_zh: '姓名、出生日期相同',
    match_for_en: 'same name and date of birth',
    match_against_zh: '一方证号缺末位',
    match_against_en: 'one number lacks its last digit',
    first_step: 'identity_check',
    unconfirmed: true,
    summary_zh: `钱员${n}持一级肢体残疾证，不在护理补贴名册，每月可少领 150.00 元。`,
    summary_en: `Qian ${n} holds a grade-1 certificate and is on no care-subsidy roster; about 150.00 yuan a month are missed.`,
  };
}
