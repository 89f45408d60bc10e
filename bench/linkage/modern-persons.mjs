import { anyDate, familiar, typo, wrongDate } from './latin-errors.mjs';
import {
  estates,
  femaleNames,
  latinSurnames,
  maleNames,
  states,
  streetNames,
  streetTypes,
  suburbs,
  towns,
} from './latin-names.mjs';

export const peopleHeadings = [
  ...[
    'rec_id',
    'given_name',
    'surname',
    'street_number',
    'address_1',
    'address_2',
    'suburb',
    'postcode',
    'state',
  ],
  ...['date_of_birth', 'soc_sec_id'],
];
export const emailHeadings = ['unique_id', 'first_name', 'surname', 'dob', 'city', 'email', 'cluster'];

/** A person of an address register, as the cells after rec_id. */
export function addressPerson(chance) {
  const suburb = chance.below(suburbs.length);
  const given = (chance.hits(0.5) ? maleNames : femaleNames).draw(chance);
  const text = (share, value) => (chance.hits(share) ? value : '');
  return [
    text(0.97, given),
    text(0.98, latinSurnames.draw(chance)),
    text(0.96, String(1 + Math.floor(300 * chance.next() ** 2.5))),
    text(0.97, `${chance.pick(streetNames)} ${chance.pick(streetTypes)}`),
    text(0.85, chance.hits(0.15) ? `unit ${chance.between(1, 40)}` : chance.pick(estates)),
    suburbs[suburb],
    String(2000 + ((suburb * 97 + chance.below(3)) % 5000)),
    text(0.9, states.draw(chance)),
    text(0.94, anyDate(chance, 1900, 1999).replaceAll('-', '')),
    String(chance.between(1_000_000, 9_999_999)),
  ];
}

/** How often which column is changed. */
const columns = { 0: 0.17, 1: 0.17, 2: 0.09, 3: 0.15, 4: 0.1, 5: 0.11, 6: 0.08, 7: 0.04, 8: 0.06, 9: 0.03 };

/** The same person as another list has it: one to `most` changes. */
export function changedAddress(chance, cells, most) {
  const changed = [...cells];
  for (let left = chance.between(1, most); left > 0; left -= 1) changeOne(chance, changed);
  return changed;
}

function changeOne(chance, cells) {
  const kind =
    chance.oneOf({ missing: 0.12, namesSwapped: 0.03, addressesSwapped: 0.02, other: 0.05 }) ?? 'typo';
  if (kind === 'namesSwapped') [cells[0], cells[1]] = [cells[1], cells[0]];
  if (kind === 'addressesSwapped') [cells[3], cells[4]] = [cells[4], cells[3]];
  if (kind === 'namesSwapped' || kind === 'addressesSwapped') return;
  const at = Number(chance.oneOf(columns) ?? 0);
  if (kind === 'missing') cells[at] = '';
  else if (kind === 'other') cells[at] = addressPerson(chance)[at];
  else cells[at] = slip(chance, at, cells[at]);
}

function slip(chance, at, text) {
  if (at === 0 && chance.hits(0.2)) return familiar(chance, text);
  if (at === 8 && text.length === 8 && chance.hits(0.4)) {
    const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    return wrongDate(chance, date).replaceAll('-', '');
  }
  // Words run together: pridhamstreet.
  if (text.includes(' ') && chance.hits(0.2)) return text.replace(' ', '');
  return typo(chance, text);
}

/** Copies of one person: Poisson with this mean, at most five. */
export function copies(chance, mean) {
  let n = 0;
  for (let p = chance.next(); p > Math.exp(-mean) && n < 5; p *= chance.next()) n += 1;
  return n;
}

/** All records of one person with an e-mail address, as cells after unique_id. */
export function emailPerson(chance, cluster) {
  const first = (chance.hits(0.5) ? maleNames : femaleNames).draw(chance);
  const surname = latinSurnames.draw(chance);
  const host = `${chance.hits(0.5) ? latinSurnames.draw(chance) : chance.pick(towns).name}.${chance.pick(['com', 'net', 'org', 'biz'])}`;
  const person = {
    first,
    surname,
    dob: anyDate(chance, 1950, 2015),
    city: chance.pick(towns.slice(0, 40)).name,
    email: chance.hits(0.5) ? `${first}${chance.below(300)}@${host}` : `${first[0]}${surname}@${host}`,
    cluster,
  };
  return Array.from({ length: 1 + Math.min(8, copies(chance, 2) + copies(chance, 1)) }, () =>
    emailRecord(chance, person),
  );
}

function emailRecord(chance, person) {
  const slipped = (text, share) => (chance.hits(share) ? typo(chance, text.toLowerCase()) : text);
  const unless = (share, text) => (chance.hits(share) ? '' : text);
  const called = chance.hits(0.12) ? familiar(chance, person.first) : person.first;
  let names = [
    unless(0.17, capital(slipped(called, 0.12))),
    unless(0.18, capital(slipped(person.surname, 0.12))),
  ];
  if (chance.hits(0.08)) names = names.reverse();
  return [
    ...names,
    unless(0.05, chance.hits(0.2) ? wrongDate(chance, person.dob) : person.dob),
    unless(0.2, capital(slipped(person.city, 0.12))),
    unless(0.22, slipped(person.email, 0.15)),
    person.cluster,
  ];
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
