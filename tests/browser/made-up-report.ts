import { emptyMeta, insertRow, madeUpLead, makeUpRun } from '@yangguang/engine/outputs/made-up-run';
import { writeReport } from '@yangguang/engine/outputs/report/write-report';
import type { FileSummary } from '@yangguang/engine/run/run-meta';

const towns = ['白沙镇', '东关街道', '柳林乡', '张庄镇'];
const rules = [
  {
    rule: 'INC-01',
    family: 'INC',
    title_zh: '死亡后仍在领取',
    title_en: 'Paid after death',
    programme: 'dibao',
  },
  {
    rule: 'INC-05',
    family: 'INC',
    title_zh: '名下有机动车',
    title_en: 'Owns a motor vehicle',
    programme: 'dibao',
  },
  {
    rule: 'OMI-01',
    family: 'OMI',
    title_zh: '重残未纳入',
    title_en: 'Severely disabled, not covered',
    programme: 'tekun',
  },
  {
    rule: 'PAY-01',
    family: 'PAY',
    title_zh: '一卡多户',
    title_en: 'One account, several households',
    programme: 'dibao',
  },
];
const severities = ['serious', 'suspect', 'info'];

const sheet: FileSummary = {
  file: '殡仪馆/火化名单.xlsx',
  sheet: 'Sheet1',
  table: 'cremation',
  titleZh: '殡葬火化名单',
  titleEn: 'Cremations',
  confidence: 0.93,
  rowsIn: 120,
  rowsTaken: 115,
  rowsSetAside: 2,
  rowsStructure: 3,
  alarms: [{ zh: '身份证号列有 4 个科学记数', en: '4 numbers in scientific notation in the ID column' }],
  mapping: [
    { heading: '姓名', column: 'name' },
    { heading: '经办人', column: null },
  ],
  sourceOn: '2022-06-30',
};

/** Writes a report with something in every part of it; returns its path. */
export async function writeMadeUpReport(folder: string): Promise<string> {
  const db = await makeUpRun();
  for (let serial = 1; serial <= 48; serial += 1) {
    const amount = 42_000 * (1 + (serial % 7));
    await insertRow(
      db,
      'lead',
      madeUpLead(serial, {
        ...rules[serial % rules.length],
        severity: severities[serial % severities.length] ?? 'info',
        town: towns[serial % towns.length] ?? '',
        village: `${serial % 5}村`,
        household_key: `h${serial % 20}`,
        amount_fen: amount,
        grade: serial % 11 === 0 ? 'screening' : 'lead',
        restricted: serial % 13 === 0,
        summary_zh: '死亡后又发放三个月',
        summary_en: 'Paid for three months after death',
      }),
    );
  }
  const path = await writeReport(db, folder, {
    ...emptyMeta,
    files: [sheet, { ...sheet, file: '车管所.csv', sheet: '', table: null, rowsTaken: 0, rowsSetAside: 117 }],
    silentRules: [
      {
        rule: 'INC-06',
        titleZh: '名下有多套住房',
        titleEn: 'Owns several dwellings',
        missing: [{ table: 'estate', zh: '不动产登记', en: 'Real estate register' }],
      },
    ],
    numbersToFill: [
      {
        name: 'dibao.rural',
        zh: '农村低保标准',
        en: 'Rural standard',
        why: { zh: '算补差', en: 'For the gap' },
      },
    ],
  });
  db.closeSync();
  return path;
}
