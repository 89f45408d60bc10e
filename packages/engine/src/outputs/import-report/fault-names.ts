import type { Bilingual, FileSummary } from '../../run/run-meta.ts';

/** What kind of value the cell should hold: the first part of a fault's code. */
const kinds: Readonly<Record<string, Bilingual>> = {
  id: { zh: '身份证号', en: 'ID number' },
  name: { zh: '姓名', en: 'Name' },
  date: { zh: '日期', en: 'Date' },
  month: { zh: '月份', en: 'Month' },
  money: { zh: '金额', en: 'Amount' },
  number: { zh: '数字', en: 'Number' },
  phone: { zh: '电话', en: 'Phone number' },
  account: { zh: '账号', en: 'Account' },
  category: { zh: '类别', en: 'Category' },
  yesno: { zh: '是否', en: 'Yes or no' },
};

/** What is wrong with it: the rest of the code. */
const faults: Readonly<Record<string, Bilingual>> = {
  truncated: { zh: '尾数丢失（被截成 0）', en: 'last digits lost (cut to 0)' },
  scientific: { zh: '变成科学计数', en: 'in scientific notation' },
  bad_check: { zh: '校验码不对', en: 'fails its check digit' },
  bad_length: { zh: '位数不对', en: 'of the wrong length' },
  masked: { zh: '被遮蔽', en: 'masked' },
  placeholder: { zh: '是占位数字', en: 'a placeholder' },
  foreign: { zh: '是其他国家或地区的证件', en: 'a foreign document' },
  other: { zh: '是其他号码或无法辨认', en: 'another kind of number, or unreadable' },
  unreadable: { zh: '认不出', en: 'unreadable' },
  unknown: { zh: '不认识', en: 'not known' },
  impossible: { zh: '不可能', en: 'impossible' },
  no_year: { zh: '没有年份', en: 'without a year' },
  ambiguous: { zh: '可以有两种读法', en: 'can be read in two ways' },
  range: { zh: '是一个范围', en: 'a range' },
  several: { zh: '一格里有几个', en: 'several in one cell' },
  gap: { zh: '不连续', en: 'with a gap' },
  in_text: { zh: '夹在文字里', en: 'inside a text' },
  month_only: { zh: '只到月', en: 'only to the month' },
  year_only: { zh: '只到年', en: 'only to the year' },
  does_not_add_up: { zh: '算式两边不等', en: 'whose sum does not add up' },
  too_large: { zh: '过大', en: 'too large' },
  about: { zh: '是约数', en: 'approximate' },
  per_person: { zh: '按每人写', en: 'written per person' },
  per_day: { zh: '按每天写', en: 'written per day' },
};

/** The fault in words, from its code `<kind>_<fault>`; a code not known is shown as it is. */
export function faultName(code: string): Bilingual {
  const kind = kinds[code.slice(0, code.indexOf('_'))];
  const fault = faults[code.slice(code.indexOf('_') + 1)];
  if (kind === undefined || fault === undefined) return { zh: code, en: code };
  return { zh: `${kind.zh}${fault.zh}`, en: `${kind.en} ${fault.en}` };
}

/** The heading the clerk sees over the column, or the column's own name when several headings feed it. */
export function columnHeading(
  files: readonly FileSummary[],
  at: { readonly file: string; readonly sheet: string; readonly column: string },
): string {
  const summary = files.find((file) => file.file === at.file && file.sheet === at.sheet);
  return summary?.mapping.find((entry) => entry.column === at.column)?.heading ?? at.column;
}
