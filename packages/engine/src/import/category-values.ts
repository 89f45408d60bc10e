/** Spellings of yes and no in any column. */
const YES = [
  '是',
  '有',
  '√',
  '✓',
  '✔',
  '☑',
  '1',
  'y',
  'yes',
  'true',
  't',
  '对',
  '已',
  '真',
  '是的',
  '√是',
  '有的',
  '符合',
  '同意',
];
const NO = [
  '否',
  '无',
  '×',
  '✗',
  '✕',
  'x',
  '0',
  'n',
  'no',
  'false',
  'f',
  '没有',
  '未',
  '不是',
  '非',
  '错',
  '假',
  '不',
  '☐',
  '不符合',
  '不同意',
];

/** A category value in the form in which it is compared. */
export function normaliseValue(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s()（）"'“”‘’:：;；,，.。、·\-_]+/gu, '')
    .toLowerCase();
}

/** Spelling → 'true' or 'false'; a column adds its own words. */
export function yesNoValues(yes: readonly string[], no: readonly string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const word of [...YES, ...yes]) map.set(normaliseValue(word), 'true');
  for (const word of [...NO, ...no]) map.set(normaliseValue(word), 'false');
  return map;
}

/** Spelling → code, for the wanted codes only; the first code that claims a spelling keeps it. */
export function categoryValues(
  list: Readonly<Record<string, readonly string[]>>,
  codes: readonly string[] | undefined,
): Map<string, string> {
  const map = new Map<string, string>();
  for (const [code, spellings] of Object.entries(list)) {
    if (codes !== undefined && !codes.includes(code)) continue;
    for (const word of [code, ...spellings].map(normaliseValue)) if (!map.has(word)) map.set(word, code);
  }
  return map;
}
