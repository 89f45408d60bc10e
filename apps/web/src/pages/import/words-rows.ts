import { defineWords } from '../../words/define-words.ts';

/** Texts of the rows with something wrong, and of correcting them. */
export const rowWords = defineWords({
  pair: {
    zh: (name: string, value: string) => `${name}：${value}`,
    en: (name: string, value: string) => `${name}: ${value}`,
  },
  title: { zh: '有问题的行', en: 'Rows with something wrong' },
  lead: {
    zh: '挑出的行没有进入核查；读不懂的单元格按空白处理，所在的行已经采用。原文件不改动，更正单独保存。',
    en: 'Rows set aside are in no check. A cell that was not understood counts as empty, and its row is used. The file that was sent is never changed: corrections are kept beside it.',
  },
  sheet: { zh: '工作表', en: 'Sheet' },
  allSheets: { zh: '全部工作表', en: 'All sheets' },
  kind: { zh: '问题', en: 'What is wrong' },
  allKinds: { zh: '全部', en: 'All' },
  setAside: { zh: '挑出的行', en: 'Rows set aside' },
  fault: { zh: '读不懂的单元格', en: 'Cells not understood' },
  counts: {
    zh: (aside: number, faults: number) => `挑出 ${aside} 行，读不懂的单元格 ${faults} 个。`,
    en: (aside: number, faults: number) => `Rows set aside: ${aside}. Cells not understood: ${faults}.`,
  },
  listed: {
    zh: '每张表最多列出 2000 行、每种问题 200 个单元格；全部挑出的行可以在“文件与经过”下载。',
    en: 'At most 2000 rows a sheet and 200 cells a fault are listed; all rows set aside are in the download under "Files and history".',
  },
  none: { zh: '没有有问题的行。', en: 'Nothing is wrong with any row.' },
  noReport: { zh: '还没有读取结果。', en: 'There is no result yet.' },
  openFull: { zh: '查看完整内容并更正', en: 'See whole values and correct them' },
  openFullWhy: {
    zh: '会显示完整姓名和号码，按查看个人信息留痕。',
    en: 'Shows whole names and numbers; on record as a read of persons.',
  },
  notYours: { zh: '您的职务只能看遮盖后的内容', en: 'Your appointment allows masked values only' },
  notNow: { zh: '读取结束后才能更正', en: 'Wait until reading has ended' },
  row: { zh: (no: number) => `第 ${no} 行`, en: (no: number) => `Row ${no}` },
  in: { zh: (file: string) => `文件 ${file}`, en: (file: string) => `File ${file}` },
  empty: { zh: '（空）', en: '(empty)' },
  column: {
    zh: (letters: string, heading: string) => `${letters} ${heading}`,
    en: (letters: string, heading: string) => `${letters} ${heading}`,
  },
  cell: {
    zh: (row: number, name: string) => `第 ${row} 行 ${name}`,
    en: (row: number, name: string) => `Row ${row}, ${name}`,
  },
  was: { zh: (value: string) => `原为：${value}`, en: (value: string) => `Was: ${value}` },
  looksWrong: { zh: '号码通不过校验，请再核对', en: 'The number fails its check digit: look again' },
  notHere: {
    zh: '这个值不是单独一列给出的，请用“预览与对应”改正。',
    en: 'No single column gave this value: correct it under "Preview and mapping".',
  },
  toSheet: {
    zh: '整张没有认出：打开“预览与对应”',
    en: 'The whole sheet was not recognised: open "Preview and mapping"',
  },
  reason: { zh: '事由', en: 'Reason' },
  reasonHint: { zh: '例如“与报送部门电话核对”。', en: 'For example "checked by telephone with the sender".' },
  reasonNeeded: { zh: '请写明事由', en: 'Give a reason' },
  nothing: { zh: '先改正至少一个单元格', en: 'Correct at least one cell first' },
  tooMany: {
    zh: (most: number) => `一次最多更正 ${most} 行，请撤回一些，分几次保存`,
    en: (most: number) => `At most ${most} rows at once: take some back and save in parts`,
  },
  changed: {
    zh: (n: number) => `已改 ${n} 个单元格`,
    en: (n: number) => (n === 1 ? '1 cell corrected' : `${n} cells corrected`),
  },
  save: { zh: '保存更正', en: 'Save the corrections' },
  saveAndRead: { zh: '保存并重新读取', en: 'Save and read again' },
  saved: {
    zh: '更正已保存，重新读取后生效。',
    en: 'The corrections are saved; they are in force once the batch is read again.',
  },
  readingNow: {
    zh: '更正已保存，正在重新读取。',
    en: 'The corrections are saved; the batch is being read again.',
  },
});
