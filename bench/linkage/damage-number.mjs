/** What goes wrong with a number in a list. Each takes the number and gives what stands in the cell. */
const errors = {
  missing: (chance) => (chance.hits(0.9) ? '' : chance.pick(['无', '-', '不详', '0'])),
  oneWrong: (chance, number) => wrongDigit(chance, number),
  swapped: (chance, number) => swapped(chance, number),
  twoWrong: (chance, number) => wrongDigit(chance, wrongDigit(chance, number)),
  old15: (_, number) => (number.slice(6, 8) === '19' ? number.slice(0, 6) + number.slice(8, 17) : number),
  truncated: (_, number) => truncated(number),
  scientific: (_, number) => scientific(number),
  longer(chance, number) {
    const at = chance.between(3, 16);
    return number.slice(0, at) + number[at - 1] + number.slice(at);
  },
  shorter(chance, number) {
    const at = chance.between(3, 16);
    return number.slice(0, at) + number.slice(at + 1);
  },
  masked: (chance, number) => number.slice(0, chance.pick([6, 6, 10])).padEnd(14, '*') + number.slice(14),
  other: (chance, number, { others }) => (others.length > 0 ? chance.pick(others) : number),
  spouse: (_, number, { person }) => person.spouse?.number || number,
};

/**
 * @param {string} error a key of `number` in the rates
 * @param {{ others: string[], person: object }} context numbers of other people at hand, and the person it belongs to
 */
export function damageNumber(chance, error, number, context) {
  return errors[error](chance, number, context);
}

/** Digits after the fifteenth become 0; a number that ends in X is text and stays. */
export function truncated(number) {
  return number.endsWith('X') ? number : `${number.slice(0, 15)}000`;
}

export function scientific(number) {
  if (number.endsWith('X')) return number;
  const rounded = String(Math.round(Number(number.slice(0, 7)) / 10)).padEnd(6, '0');
  return `${rounded[0]}.${rounded.slice(1)}`.replace(/\.?0+$/, '') + 'E+17';
}

function wrongDigit(chance, number) {
  const at = chance.below(number.length);
  let digit = String(chance.below(10));
  if (digit === number[at]) digit = String((Number(digit) + 1) % 10);
  return number.slice(0, at) + digit + number.slice(at + 1);
}

function swapped(chance, number) {
  for (let tries = 0; tries < 20; tries += 1) {
    const at = chance.below(16);
    const [a, b] = [number[at], number[at + 1]];
    if (a !== b) return number.slice(0, at) + b + a + number.slice(at + 2);
  }
  return number;
}

const spellings = [
  (number) => ` ${number}`,
  (number) => `${number} `,
  (number) => `${number}\t`,
  (number) => `'${number}`,
  (number) => `"${number}"`,
  (number) => `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
  (number) => number.replace(/[0-9X]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (number) => number.replace('X', 'x'),
  (number) => number.replace('X', '×'),
  (number) => number.replace('X', '＊'),
  (number) => `\u200b${number}`,
  (number) => `${number.slice(0, 6)}-${number.slice(6, 14)}-${number.slice(14)}`,
];

/** The same number written otherwise. */
export function respellNumber(chance, number) {
  // What can become of an X, for one that has it; the rest for all.
  if (number.endsWith('X') && chance.hits(0.5)) return spellings[chance.between(7, 9)](number);
  return chance.pick(spellings)(number);
}
