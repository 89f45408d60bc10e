import type { Bilingual, FileSummary } from '../../run/run-meta.ts';

const faultNames: Readonly<Record<string, Bilingual>> = {
  truncated: { zh: '身份证号尾数被截成 0', en: 'ID number cut off, last digits are 0' },
  scientific: { zh: '身份证号变成科学计数', en: 'ID number in scientific notation' },
  bad_check: { zh: '身份证号校验码不对', en: 'ID number fails its check digit' },
  bad_length: { zh: '身份证号位数不对', en: 'ID number of the wrong length' },
  masked: { zh: '身份证号被遮蔽', en: 'ID number masked' },
  placeholder: { zh: '身份证号是占位数字', en: 'ID number is a placeholder' },
  foreign: { zh: '不是居民身份证号', en: 'Not a resident ID number' },
  other: { zh: '其他证件或无法辨认', en: 'Another document, or unreadable' },
  unreadable: { zh: '认不出', en: 'Unreadable' },
  impossible: { zh: '不可能的日期', en: 'Impossible date' },
  no_year: { zh: '日期没有年份', en: 'Date without a year' },
  ambiguous: { zh: '可以有两种读法', en: 'Can be read in two ways' },
  range: { zh: '是一个范围，不是一个值', en: 'A range, not a value' },
  several: { zh: '一格里有几个值', en: 'Several values in one cell' },
  does_not_add_up: { zh: '算式两边不等', en: 'The sum written does not add up' },
  too_large: { zh: '数字过大', en: 'Number too large' },
  unknown_category: { zh: '不认识的类别', en: 'Unknown category' },
};

/** The fault in words; a code not listed is shown as it is. */
export function faultName(code: string): Bilingual {
  return faultNames[code] ?? { zh: code, en: code };
}

/** The heading the clerk sees over the column, or the column's own name when several headings feed it. */
export function columnHeading(
  files: readonly FileSummary[],
  at: { readonly file: string; readonly sheet: string; readonly column: string },
): string {
  const summary = files.find((file) => file.file === at.file && file.sheet === at.sheet);
  return summary?.mapping.find((entry) => entry.column === at.column)?.heading ?? at.column;
}
