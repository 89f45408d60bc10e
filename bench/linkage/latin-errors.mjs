import { nicknames } from './latin-names.mjs';

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const nextKeys = new Map(
  rows.flatMap((row) => [...row].map((key, i) => [key, [row[i - 1], row[i + 1]].filter(Boolean)])),
);
const alike = [
  ['ph', 'f'],
  ['ck', 'k'],
  ['ie', 'y'],
  ['y', 'ie'],
  ['ee', 'ea'],
  ['c', 'k'],
  ['ll', 'l'],
  ['tt', 't'],
  ['nn', 'n'],
  ['s', 'ss'],
  ['ei', 'ie'],
  ['mac', 'mc'],
  ['ou', 'o'],
  ['ar', 'er'],
  ['ey', 'y'],
  ['th', 't'],
  ['w', 'wh'],
];

/** One slip of the keys, or one spelling by ear. Texts of one character stay. */
export function typo(chance, text) {
  if (text.length < 2) return text;
  const at = chance.below(text.length - 1);
  const cut = (from, by) => text.slice(0, at) + by + text.slice(from);
  const kind = chance.oneOf({ swap: 0.2, drop: 0.2, double: 0.1, insert: 0.1, ear: 0.15 });
  if (kind === 'swap') return cut(at + 2, text[at + 1] + text[at]);
  if (kind === 'drop') return cut(at + 1, '');
  if (kind === 'double') return cut(at, text[at]);
  if (kind === 'insert') return cut(at, anyLike(chance, text[at]));
  if (kind === 'ear') return byEar(chance, text);
  const neighbours = nextKeys.get(text[at]);
  return cut(at + 1, neighbours === undefined ? anyLike(chance, text[at]) : chance.pick(neighbours));
}

/** A digit for a digit, a letter for anything else. */
function anyLike(chance, character) {
  return /\d/.test(character) ? String(chance.below(10)) : chance.pick('abcdefghijklmnopqrstuvwxyz');
}

function byEar(chance, text) {
  const fitting = alike.filter(([from]) => text.includes(from));
  if (fitting.length === 0) return text;
  const [from, to] = chance.pick(fitting);
  return text.replace(from, to);
}

const fullNames = new Map([...nicknames].flatMap(([name, short]) => short.map((one) => [one, name])));

/** A short form of the name, or the full form of a short one; the name itself when neither is known. */
export function familiar(chance, name) {
  const short = nicknames.get(name);
  return short === undefined ? (fullNames.get(name) ?? name) : chance.pick(short);
}

/** A date YYYY-MM-DD written down wrongly. */
export function wrongDate(chance, date) {
  const [year, month, day] = date.split('-');
  const kind = chance.oneOf({ swapped: 0.3, year: 0.3, day: 0.2 });
  if (kind === 'swapped' && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (kind === 'year') return `${Number(year) + chance.pick([-10, -1, 1, 1, 2, 10])}-${month}-${day}`;
  if (kind === 'day') return `${year}-${month}-${String(chance.between(1, 28)).padStart(2, '0')}`;
  return `${year}-${String(chance.between(1, 12)).padStart(2, '0')}-${day}`;
}

/** Any day of the years given, as YYYY-MM-DD. */
export function anyDate(chance, from, to) {
  const pad = (n) => String(n).padStart(2, '0');
  return `${chance.between(from, to)}-${pad(chance.between(1, 12))}-${pad(chance.between(1, 28))}`;
}
