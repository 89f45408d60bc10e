const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** Four figures as words, without the leading zero: 1001 → 壹仟零壹. */
function fourInWords(value: number): string {
  let words = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    words += `${zero ? '零' : ''}${DIGITS[digit] ?? ''}${UNITS[place] ?? ''}`;
    zero = false;
  }
  return words;
}

function yuanInWords(yuan: number): string {
  let words = '';
  let gap = false;
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const value = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (value === 0) {
      gap = words !== '';
      continue;
    }
    // A zero is spoken between groups when the upper one is empty or the lower one has no thousands.
    const zero = words !== '' && (gap || value < 1000) ? '零' : '';
    words += `${zero}${fourInWords(value)}${GROUPS[group] ?? ''}`;
    gap = false;
  }
  return words.replace('万亿', words.includes('亿', words.indexOf('万亿') + 2) ? '万' : '万亿');
}

/** What follows 元: 整, 伍角整, 零陆分, 伍角陆分. */
function centsInWords(jiao: number, cent: number, hasYuan: boolean): string {
  if (jiao === 0 && cent === 0) return '整';
  const missing = hasYuan ? '零' : '';
  const tenths = jiao === 0 ? missing : `${DIGITS[jiao] ?? ''}角`;
  return `${tenths}${cent === 0 ? '整' : `${DIGITS[cent] ?? ''}分`}`;
}

/** The amount in financial capitals for forms and receipts: 123456 fen → 人民币壹仟贰佰叁拾肆元伍角陆分. */
export function amountInWords(fen: number): string {
  if (fen === 0) return '人民币零元整';
  const value = Math.abs(fen);
  const yuan = Math.floor(value / 100);
  const whole = yuan === 0 ? '' : `${yuanInWords(yuan)}元`;
  const cents = centsInWords(Math.floor(value / 10) % 10, value % 10, yuan !== 0);
  return `人民币${fen < 0 ? '负' : ''}${whole}${cents}`;
}
