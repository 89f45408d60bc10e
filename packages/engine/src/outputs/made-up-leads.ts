import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../run/run-meta.ts';
import { emptyMeta, insertRow, madeUpId, madeUpLead, makeUpRun } from './made-up-run.ts';

interface Place {
  readonly town: string | null;
  readonly village: string | null;
}

/** Towns of the made-up county; the last lead's town is unknown. Test support. */
export const PLACES: readonly Place[] = [
  { town: '东关镇', village: '一村' },
  { town: '东关镇', village: '二/村:甲' },
  { town: '西街街道', village: '河沿社区' },
  { town: null, village: null },
];

const SERIAL_STEP = 10;

/** Serial of the head of household `n`; its members follow. Test support. */
export function headSerial(n: number): number {
  return (n + 1) * SERIAL_STEP;
}

/** A finished run with `households` households of two, each with a wrong-payment and an omission lead. Test support. */
export async function makeUpLeads(households: number): Promise<DuckDBConnection> {
  const db = await makeUpRun();
  for (let n = 0; n < households; n += 1) await addHousehold(db, n);
  const restricted = {
    family: 'KIN',
    rule: 'KIN-01',
    restricted: true,
    severity: 'serious',
    title_zh: '近亲属享受未备案',
    title_en: 'Relative on aid, not disclosed',
  };
  const place = PLACES[0] ?? { town: null, village: null };
  await insertRow(
    db,
    'lead',
    madeUpLead(900, {
      ...restricted,
      ...place,
      summary_zh: '村干部王某的配偶在保，未见备案。',
      summary_en: 'A cadre’s spouse is on the roster, not disclosed.',
    }),
  );
  await insertRow(
    db,
    'lead',
    madeUpLead(901, { ...place, quiet: true, summary_zh: '已核清', summary_en: 'cleared' }),
  );
  await insertRow(
    db,
    'lead',
    madeUpLead(902, { ...place, change: 'gone', summary_zh: '已消失', summary_en: 'gone' }),
  );
  await insertRow(
    db,
    'lead',
    madeUpLead(903, {
      ...place,
      grade: 'screening',
      family: 'OMI',
      rule: 'OMI-05',
      title_zh: '大额医疗支出',
      title_en: 'High medical costs',
      summary_zh: '自付 62,000 元。',
      summary_en: 'Paid 62,000 yuan.',
    }),
  );
  await insertRow(
    db,
    'lead',
    madeUpLead(904, {
      ...place,
      subject_kind: 'village',
      subject_key: 'v:1',
      subject_name: '一村',
      id_number: null,
      family: 'PAY',
      rule: 'PAY-09',
      title_zh: '全村同额',
      title_en: 'One amount for a village',
    }),
  );
  return db;
}

async function addHousehold(db: DuckDBConnection, n: number): Promise<void> {
  const place = PLACES[n % PLACES.length] ?? { town: null, village: null };
  const serial = headSerial(n);
  const key = `h${n}`;
  const [headKey, otherKey] = [`i:${madeUpId(serial)}`, `i:${madeUpId(serial + 1)}`];
  const head = { head_key: headKey, head_name: `赵户${n}`, head_id: madeUpId(serial) };
  await insertRow(db, 'household', {
    household_key: key,
    programme: 'dibao',
    scheme: 'rural',
    ...head,
    size: 3,
    insured_persons: 2,
    total_fen: 98_000,
    started_month: '2019-04-01',
    ...place,
    row_key: serial,
  });
  const people = [
    { person_key: headKey, name: head.head_name, relation: 'self', is_head: true, insured: true, serial },
    {
      person_key: otherKey,
      name: `钱员${n}`,
      relation: 'spouse',
      is_head: false,
      insured: false,
      serial: serial + 1,
    },
  ];
  for (const { serial: own, person_key, name, ...member } of people) {
    await insertRow(db, 'member', {
      household_key: key,
      programme: 'dibao',
      person_key,
      name,
      id_number: madeUpId(own),
      ...member,
      row_key: own,
    });
    await insertRow(db, 'person', {
      person_key,
      name,
      id_number: madeUpId(own),
      household_key: key,
      ...place,
    });
  }
  const benefit = { household_key: key, from_month: '2019-04-01', row_key: serial };
  await insertRow(db, 'benefit', { ...benefit, person_key: headKey, programme: 'dibao', amount_fen: 98_000 });
  await insertRow(db, 'benefit', {
    ...benefit,
    person_key: headKey,
    programme: 'tekun',
    amount_fen: 120_000,
    household_key: null,
  });
  await insertRow(db, 'benefit', {
    ...benefit,
    person_key: otherKey,
    programme: 'elder',
    amount_fen: 10_000,
    household_key: null,
    from_month: '2022-01-01',
    to_month: '2022-03-01',
  });
  await addLeads(db, n, {
    ...place,
    household_key: key,
    household_head_id: head.head_id,
    household_head_name: head.head_name,
    group_name: '三组',
    phone: '13800001234',
    programme: 'dibao',
    scheme: 'rural',
    file_no: `DB-${n}`,
  });
}

async function addLeads(
  db: DuckDBConnection,
  n: number,
  shared: Readonly<Record<string, string | null>>,
): Promise<void> {
  const serial = headSerial(n);
  const evidence = JSON.stringify([
    {
      dataset: 'cremation',
      file: '殡仪馆/火化 2022.xlsx',
      sheet: '名单',
      row: 12 + n,
      fields: { name: `赵户${n}`, id_number: madeUpId(serial) },
    },
    {
      dataset: 'payment',
      file: '发放/2022年6月.csv',
      sheet: '',
      row: 300 + n,
      fields: { account_no: '6217001234567890123' },
    },
  ]);
  const paid = {
    severity: 'serious',
    subject_name: `赵户${n}`,
    id_number: madeUpId(serial),
    period_from: '2022-02',
    period_to: '2022-06',
    amount_fen: 490_000,
    tier: 'same',
    evidence,
  };
  await insertRow(
    db,
    'lead',
    madeUpLead(serial, {
      ...shared,
      ...paid,
      summary_zh: `赵户${n}（${madeUpId(serial)}）2022年1月15日死亡，2022年2月至6月仍发放5个月，合计4,900.00元。`,
      summary_en: `Zhao ${n} died on 2022-01-15; five months, 4,900.00 yuan, were paid after that.`,
    }),
  );
  const missed = {
    family: 'OMI',
    rule: 'OMI-08',
    title_zh: '残疾人未享受护理补贴',
    title_en: 'Disabled, no care subsidy',
    subject_name: `钱员${n}`,
    id_number: madeUpId(serial + 1),
    subject_key: `i:${madeUpId(serial + 1)}`,
    tier: 'likely',
    first_step: 'identity_check',
    unconfirmed: true,
  };
  await insertRow(
    db,
    'lead',
    madeUpLead(serial + 1, {
      ...shared,
      ...missed,
      summary_zh: `钱员${n}持一级肢体残疾证，不在护理补贴名册，每月可少领 150.00 元。`,
      summary_en: `Qian ${n} holds a grade-1 certificate and is on no care-subsidy roster; about 150.00 yuan a month are missed.`,
    }),
  );
}

/** What the made-up run says about itself. Test support. */
export const madeUpMeta: RunMeta = {
  ...emptyMeta,
  files: [
    {
      file: '低保花名册.xlsx',
      sheet: 'Sheet1',
      table: 'dibao_household',
      titleZh: '低保花名册',
      titleEn: 'Dibao roster',
      confidence: 0.97,
      rowsIn: 1206,
      rowsTaken: 1198,
      rowsSetAside: 3,
      rowsStructure: 5,
      alarms: [
        {
          zh: '8 个身份证号末位被截断，请按文本格式重新导出',
          en: '8 ID numbers lost their last digit: export again as text',
        },
      ],
      mapping: [],
      sourceOn: '2022-06-30',
    },
    {
      file: '会议通知.xlsx',
      sheet: '1',
      table: null,
      titleZh: '',
      titleEn: '',
      confidence: 0.1,
      rowsIn: 20,
      rowsTaken: 0,
      rowsSetAside: 0,
      rowsStructure: 20,
      alarms: [],
      mapping: [],
      sourceOn: null,
    },
  ],
  silentRules: [
    {
      rule: 'INC-05',
      titleZh: '名下有机动车',
      titleEn: 'Owns a vehicle',
      missing: [{ table: 'vehicle', zh: '机动车登记（公安交管）', en: 'vehicle register (traffic police)' }],
    },
  ],
  numbersToFill: [
    {
      name: 'dibao.standard.rural',
      zh: '农村低保标准',
      en: 'Rural dibao standard',
      why: { zh: '2022年标准未知，INC-24 等按疑点处理', en: 'unknown for 2022; INC-24 falls back' },
    },
  ],
  rules: [
    {
      rule: 'INC-01',
      family: 'INC',
      titleZh: '死亡后仍在领取',
      titleEn: 'Paid after death',
      what: { zh: '死亡次月以后仍有发放的人。', en: 'People paid in months after the month of death.' },
      innocent: [
        { zh: '补发生前的月份', en: 'Arrears for months in life' },
        { zh: '火化名单身份证号登记错误', en: 'Wrong number on the cremation list' },
      ],
      verify: {
        zh: '查看户口簿注销页或死亡证明，问清账户由谁支取。',
        en: 'See the register or the death certificate; ask who drew the money.',
      },
      basis: ['民发〔2021〕57号 第三十一条'],
      parameters: [{ name: 'death.seriousYuan', value: '1000' }],
      evidence: {},
      hits: 6,
    },
    {
      rule: 'OMI-08',
      family: 'OMI',
      titleZh: '残疾人未享受护理补贴',
      titleEn: 'Disabled, no care subsidy',
      what: {
        zh: '一、二级残疾人不在护理补贴名册。',
        en: 'Holders of grade 1–2 certificates on no care-subsidy roster.',
      },
      innocent: [{ zh: '正在享受工伤护理费', en: 'Draws work-injury nursing' }],
      verify: {
        zh: '查看残疾人证，问是否申请过、为什么没有。',
        en: 'See the certificate; ask whether they applied.',
      },
      basis: ['国发〔2015〕52号'],
      parameters: [],
      evidence: {},
      hits: 6,
    },
  ],
};
