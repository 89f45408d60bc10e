import { days, yearOf } from './citizen-numbers.mjs';
import { damageNumber, respellNumber, scientific, truncated } from './damage-number.mjs';
import { nameCell } from './damage-name.mjs';
import { countyName } from './places.mjs';
import { mobile } from './population.mjs';

export const leftHeadings = [
  ...['序号', '姓名', '身份证号', '性别', '出生日期', '乡镇', '村', '户主姓名', '手机号', '银行账号'],
];
const rightHeadings = [
  ...['编号', '姓名', '公民身份号码', '性别', '出生年月日', '所属乡镇', '村居', '家庭住址', '联系电话'],
];

/** Writes a person as a row of one of the two lists, with that side's errors. */
export class ListRows {
  #chance;
  #rates;
  #towns;
  #batches;
  #others;
  #formats = new Map();
  #columns;

  /**
   * @param {string[]} others numbers lately written, from which a wrong person's is taken; both lists share them
   * @param towns as `makePlaces` gives them
   * @param {string[]} dropped headings this right list lacks beyond those of its kind
   */
  constructor(chance, rates, others, towns, dropped = []) {
    this.#chance = chance;
    this.#rates = rates;
    this.#others = others;
    this.#towns = towns;
    this.#batches = spoiltVillages(chance, rates.villages, towns);
    const absent = [...(rates.absent ?? []), ...dropped];
    this.#columns = rightHeadings
      .map((heading, i) => (absent.includes(heading) ? -1 : i))
      .filter((i) => i >= 0);
  }

  get rightHeadings() {
    return this.#columns.map((i) => rightHeadings[i]);
  }

  left(id, person) {
    const { filled } = this.#rates;
    const { household } = person;
    const place = this.#place(person);
    return [
      id,
      nameCell(this.#chance, person, this.#rates),
      this.#number(person),
      this.#sex(person),
      this.#birth(person),
      place.town,
      place.village,
      this.#ifFilled(filled.head, household.head.name),
      this.#ifFilled(filled.phone, person.phone),
      this.#ifFilled(filled.account, household.account),
    ];
  }

  right(id, person) {
    const { filled } = this.#rates;
    const place = this.#place(person);
    const address = `${countyName}${person.village.town}${person.village.name}${person.household.house}号`;
    const cells = [
      id,
      nameCell(this.#chance, person, this.#rates),
      this.#number(person),
      this.#sex(person),
      this.#birth(person),
      place.town,
      place.village,
      this.#ifFilled(filled.address, place.moved ? '' : address),
      // A phone of another year is another number.
      this.#ifFilled(filled.phone, this.#chance.hits(0.65) ? person.phone : mobile(this.#chance)),
    ];
    return this.#columns.map((i) => cells[i]);
  }

  #number(person) {
    const chance = this.#chance;
    const { number } = person;
    const batch = this.#batches.get(person.village.number);
    const error = chance.oneOf(this.#rates.number);
    const cell =
      error === null ? number : damageNumber(chance, error, number, { others: this.#others, person });
    if (this.#others.length < 300) this.#others.push(number);
    else this.#others[chance.below(300)] = number;
    if (batch !== undefined && /^\d{17}[\dX]$/.test(cell)) return batch(cell);
    return error === null && chance.hits(this.#rates.spelling) ? respellNumber(chance, cell) : cell;
  }

  #sex({ isMale }) {
    const { missing, wrong } = this.#rates.sex;
    if (this.#chance.hits(missing)) return '';
    return isMale !== this.#chance.hits(wrong) ? '男' : '女';
  }

  #birth(person) {
    const chance = this.#chance;
    const { missing, ...errors } = this.#rates.birth;
    if (chance.hits(missing)) return '';
    const text = wrongBirth(chance, chance.oneOf(errors), person.day);
    const usual = this.#formats.get(person.village.town) ?? chance.below(formats.length - 1);
    this.#formats.set(person.village.town, usual);
    return formats[chance.hits(0.9) ? usual : chance.below(formats.length)](text);
  }

  #place({ village }) {
    const chance = this.#chance;
    const { villageMissing, wrongTown, wrongVillage } = this.#rates.place;
    const what = chance.oneOf({ villageMissing, wrongTown, wrongVillage });
    if (what === 'villageMissing') return { town: village.town, village: '', moved: false };
    if (what === null) return { town: village.town, village: village.name, moved: false };
    const at = this.#towns.findIndex(({ town }) => town === village.town);
    const shift = what === 'wrongTown' ? chance.between(1, this.#towns.length - 1) : 0;
    const { town, villages } = this.#towns[(at + shift) % this.#towns.length];
    return { town, village: chance.pick(villages).name, moved: true };
  }

  #ifFilled(share, text) {
    return this.#chance.hits(share) ? text : '';
  }
}

/** Which villages' columns went through a spreadsheet: number of village → what that made of a good number. */
function spoiltVillages(chance, shares, towns) {
  const numbers = chance.shuffle(towns.flatMap(({ villages }) => villages.map(({ number }) => number)));
  const spoilt = new Map();
  for (const [what, spoil] of Object.entries({ truncated, scientific })) {
    // In a small county the share is rounded by chance, so that it holds on average over seeds.
    const count = Math.floor(shares[what] * numbers.length + chance.next());
    for (const number of numbers.splice(0, count)) spoilt.set(number, spoil);
  }
  return spoilt;
}

function wrongBirth(chance, error, day) {
  const text = days[day];
  if (error === 'dayOff')
    return days[Math.min(days.length - 1, Math.max(0, day + chance.pick([-30, -10, -2, -1, 1, 2, 10, 30])))];
  if (error === 'yearOff') return String(yearOf(day) + chance.pick([-10, -2, -1, 1, 2, 10])) + text.slice(4);
  if (error === 'firstOfJanuary') return `${text.slice(0, 4)}0101`;
  const isSwappable = error === 'swapped' && Number(text.slice(6)) <= 12;
  return isSwappable ? text.slice(0, 4) + text.slice(6) + text.slice(4, 6) : text;
}

const formats = [
  (text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`,
  (text) => text,
  (text) => `${text.slice(0, 4)}/${Number(text.slice(4, 6))}/${Number(text.slice(6))}`,
  (text) => `${text.slice(0, 4)}.${text.slice(4, 6)}.${text.slice(6)}`,
  (text) => `${text.slice(0, 4)}年${Number(text.slice(4, 6))}月${Number(text.slice(6))}日`,
  // A date as the spreadsheet keeps it: days since 30 December 1899.
  (text) =>
    String(Math.round(Date.UTC(text.slice(0, 4), text.slice(4, 6) - 1, text.slice(6)) / 86_400_000) + 25_569),
];
