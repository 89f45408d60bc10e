import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueOf } from '../dataset/sql-engine.ts';
import { findHeader, HeadingLexicon } from './find-header.ts';
import { findUnbalancedSheets, recordSheet } from './import-folder.ts';
import { importRawSheet } from './import-raw-sheet.ts';
import { idOf, makeSheet, openDatabase, sources } from './sheet-for-tests.ts';

const lexicon = new HeadingLexicon(sources);
const HEADERS = [
  ['序号', '户主姓名', '身份证号', '乡镇', '村', '保障金额', '享受起始时间'],
  ['姓名', '身份证号', '1月', '2月', '合计'],
  ['姓名', '身份证号', '是否有车', '车牌号'],
  ['姓名', '身份证号', '车辆', '房产', '工商登记', '死亡'],
  ['单位', '职务'],
  ['户主', '姓名', '身份证号', '与户主关系', '保障金额'],
];
const cell = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      null,
      '',
      ' ',
      '无',
      '/',
      '合计',
      '小计',
      '合   计',
      '同上',
      '注：',
      '填表人：某',
      '城关镇',
      '东村',
      '0',
      '1',
      '300',
      '3月',
      '是',
      '否',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '甲一',
      '甲二（已故）',
      '甲一、甲二',
      idOf('A'),
      idOf('B'),
      `${idOf('A')}、${idOf('B')}`,
      `甲三 ${idOf('C')}`,
      '3.70101E+17',
      '370101********1234',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const sheetRows = fc.record({
  title: fc.constantFrom(
    [],
    [['某县2025年6月低保发放表']],
    [['低保对象车辆比对结果'], ['填报单位：某局', null, '日期：2025年6月']],
  ),
  header: fc.constantFrom(...HEADERS, []),
  body: fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.array(cell, { minLength: 1, maxLength: 8 }) },
      { weight: 1, arbitrary: fc.constantFrom(...HEADERS) },
    ),
    { maxLength: 30 },
  ),
});

it('accounts for every row of any sheet: rows in = taken + set aside + structure, and each row set aside is listed', async () => {
  await fc.assert(
    fc.asyncProperty(sheetRows, async ({ title, header, body }) => {
      const rows = [...title, ...(header.length > 0 ? [header] : []), ...body];
      if (rows.every((r) => r.every((c) => c === null))) return;
      const db = await openDatabase();
      const sheet = await makeSheet(db, '民政/资料.csv', rows);
      const { summary } = await importRawSheet(db, sheet, {
        sheetId: 7,
        sources,
        lexicon,
        mapping: undefined,
        inspect: false,
      });
      expect(summary.rowsIn).toBe(sheet.rows);
      expect(summary.rowsTaken + summary.rowsSetAside + summary.rowsStructure).toBe(summary.rowsIn);
      expect(summary.rowsTaken).toBeGreaterThanOrEqual(0);
      await recordSheet(db, 7, { summary, rowsOutside: 0 });
      expect(await findUnbalancedSheets(db)).toEqual([]);
      expect(Number(await valueOf(db, 'select count(*) from set_aside'))).toBe(summary.rowsSetAside);
      if (
        summary.table === null ||
        summary.table.includes('+') ||
        summary.mapping.some((m) => m.column?.endsWith('?') || /月$/u.test(m.heading))
      )
        return;
      expect(
        Number(await valueOf(db, `select count(distinct row_no) from ${summary.table} where part <> 99`)),
      ).toBe(summary.rowsTaken);
      expect(
        Number(await valueOf(db, `select count(*) - count(distinct row_key) from ${summary.table}`)),
      ).toBe(0);
      db.closeSync();
    }),
    { numRuns: 60, seed: 20261121 },
  );
});

it('finds no header where there is only text that no data set knows', async () => {
  const db = await openDatabase();
  const sheet = await makeSheet(db, 'x.csv', [
    ['苹果', '3'],
    ['香蕉', '4'],
  ]);
  expect(findHeader(sheet, lexicon).rows).toEqual([]);
});
