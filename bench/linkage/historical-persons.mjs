import { anyDate, familiar, typo, wrongDate } from './latin-errors.mjs';
import { femaleNames, latinSurnames, maleNames, occupations, towns } from './latin-names.mjs';

export const historicalHeadings = [
  ...[
    'unique_id',
    'cluster',
    'full_name',
    'first_and_surname',
    'first_name',
    'surname',
    'dob',
    'birth_place',
  ],
  ...['postcode_fake', 'gender', 'occupation'],
];

/**
 * Probabilities per record; made up by judgement. `burden` multiplies the rest: most records are careful, and some were
 * copied from a copy.
 */
const rates = {
  burden: { 0.4: 0.45, 1.2: 0.3, 3.2: 0.25 },
  name: { fewer: 0.3, firstAndLast: 0.28, initials: 0.04 },
  familiar: 0.1,
  typo: 0.06,
  otherSurname: 0.07,
  otherFirst: 0.05,
  dob: { missing: 0.13, firstOfJanuary: 0.1, wrong: 0.08 },
  place: { missing: 0.14, county: 0.1, other: 0.06, typo: 0.03 },
  postcode: { missing: 0.1, sameArea: 0.15, other: 0.07 },
  gender: { missing: 0.1, wrong: 0.01 },
  occupation: { missing: 0.25, other: 0.08 },
};

/** All records of one historical person, as rows. */
export function historicalPerson(chance, number) {
  const person = makePerson(chance);
  const cluster = `p${number}`;
  return Array.from({ length: clusterSize(chance) }, (_, i) => record(chance, person, cluster, i + 1));
}

/** 1 to 35 records, half of the persons with five or fewer. */
function clusterSize(chance) {
  const bell = (chance.next() + chance.next() + chance.next() - 1.5) * 1.7;
  return Math.min(35, Math.max(1, Math.round(5.2 * Math.exp(bell))));
}

function makePerson(chance) {
  const isMale = chance.hits(0.8);
  const names = isMale ? maleNames : femaleNames;
  const given = Array.from({ length: chance.pick([1, 1, 1, 1, 2, 2, 2, 3]) }, () => names.draw(chance));
  const surname = latinSurnames.draw(chance);
  const year = Math.round(1560 + 390 * Math.sqrt(chance.next()));
  const town = chance.pick(towns);
  return {
    isMale,
    given: [...new Set(given)],
    surname,
    ...titled(chance, isMale, surname),
    // Of many only the year is known.
    dob: chance.hits(0.2) ? `${year}-01-01` : anyDate(chance, year, year),
    town,
    postcode: postcode(chance, town),
    occupation: occupations.draw(chance),
    otherSurname: !isMale && chance.hits(0.5) ? latinSurnames.draw(chance) : null,
  };
}

/** What stands before and behind the names of some: sir, 1st baron clifford of chudleigh, 3rd earl of …, 2nd baronet. */
function titled(chance, isMale, surname) {
  const rank = chance.oneOf({ baron: 0.04, earl: 0.04, baronet: 0.04, knight: 0.04 });
  const nth = chance.pick(['1st', '1st', '2nd', '3rd', '4th', '5th', '7th']);
  const seat = chance.pick(towns).name;
  if (rank === 'baron')
    return { before: [], after: `${nth} ${isMale ? 'baron' : 'baroness'} ${surname} of ${seat}` };
  if (rank === 'earl')
    return {
      before: [],
      after: `${nth} ${isMale ? chance.pick(['earl', 'duke', 'marquess']) : 'countess'} of ${seat}`,
    };
  if (rank === 'baronet' && isMale) return { before: ['sir'], after: `${nth} baronet` };
  return { before: rank === 'knight' ? [isMale ? 'sir' : 'lady'] : [], after: null };
}

function postcode(chance, town) {
  const letter = () => chance.pick('abdefghjlnpqrstuwxyz');
  return `${town.area} ${chance.below(10)}${letter()}${letter()}`;
}

function record(chance, person, cluster, at) {
  const burden = Number(chance.oneOf(rates.burden) ?? 1);
  const name = nameOf(chance, person, burden);
  const [first] = name.words;
  const last = name.words.at(-1);
  return [
    `${cluster}-${at}`,
    cluster,
    name.text,
    `${first} ${last}`,
    first,
    last,
    dobOf(chance, person, burden),
    placeOf(chance, person, burden),
    postcodeOf(chance, person, burden),
    genderOf(chance, person, burden),
    occupationOf(chance, person, burden),
  ];
}

/** What goes wrong, if anything, at these rates times the burden. */
function wrong(chance, kinds, burden) {
  return chance.oneOf(Object.fromEntries(Object.entries(kinds).map(([kind, rate]) => [kind, rate * burden])));
}

/** @returns the full name as written, and its words without sir, lady, 1st baronet */
function nameOf(chance, person, burden) {
  const kind = chance.oneOf(rates.name);
  const surname = surnameOf(chance, person, burden);
  let words = fewerNames(chance, kind, givenOf(chance, person, burden), surname);
  if (chance.hits(rates.typo * burden)) {
    const at = chance.below(words.length);
    words = words.with(at, typo(chance, words[at]));
  }
  if (kind === null) return titledName(person.before, words, ',', person.after);
  const after = person.after === null ? null : fewerWords(chance, person.after);
  return titledName([], words.length === 1 && after === null ? [...words, surname] : words, '', after);
}

/** After a seat, its last word is taken for the surname: thomas … of chudleigh. */
function titledName(before, words, comma, after) {
  const text = [...before, ...words].join(' ');
  if (after === null) return { text, words };
  const named = after.endsWith('baronet') ? words : [...words, after.split(' ').at(-1)];
  return { text: `${text}${comma} ${after}`, words: named };
}

function givenOf(chance, { given, isMale }, burden) {
  const [first, ...rest] = given;
  if (chance.hits(rates.otherFirst * burden))
    return rest.length > 0 ? rest : [(isMale ? maleNames : femaleNames).draw(chance)];
  return chance.hits(rates.familiar * burden) ? [familiar(chance, first), ...rest] : given;
}

/** Her own, her husband's, or a stranger's. */
function surnameOf(chance, { surname, otherSurname }, burden) {
  if (otherSurname !== null && chance.hits(0.35)) return otherSurname;
  return chance.hits(rates.otherSurname * burden) ? latinSurnames.draw(chance) : surname;
}

function fewerNames(chance, kind, given, surname) {
  const [first, ...rest] = given;
  if (kind === 'fewer') return [first, ...[...rest, surname].filter(() => chance.hits(0.6))];
  if (kind === 'firstAndLast') return [first, surname];
  return kind === 'initials' ? [first, ...rest.map((one) => one[0]), surname] : [...given, surname];
}

/** A title of which some words were left out; null when nothing is left. */
function fewerWords(chance, title) {
  if (chance.hits(0.35)) return null;
  const words = title.split(' ').filter(() => chance.hits(0.75));
  while (words.at(-1) === 'of' || words.at(-1) === 'baron') words.pop();
  return words.length === 0 ? null : words.join(' ');
}

function dobOf(chance, { dob }, burden) {
  const error = wrong(chance, rates.dob, burden);
  if (error === 'missing') return '';
  if (error === 'firstOfJanuary') return `${dob.slice(0, 4)}-01-01`;
  return error === 'wrong' ? wrongDate(chance, dob) : dob;
}

function placeOf(chance, { town }, burden) {
  const error = wrong(chance, rates.place, burden);
  if (error === 'missing') return '';
  if (error === 'county') return town.county;
  if (error === 'other') return chance.pick(towns).name;
  return error === 'typo' ? typo(chance, town.name) : town.name;
}

function postcodeOf(chance, person, burden) {
  const error = wrong(chance, rates.postcode, burden);
  if (error === 'missing') return '';
  if (error === 'sameArea') return postcode(chance, person.town);
  return error === 'other' ? postcode(chance, chance.pick(towns)) : person.postcode;
}

function genderOf(chance, { isMale }, burden) {
  if (chance.hits(rates.gender.missing * burden)) return '';
  return isMale !== chance.hits(rates.gender.wrong) ? 'male' : 'female';
}

function occupationOf(chance, { occupation }, burden) {
  const error = wrong(chance, rates.occupation, burden);
  if (error === 'missing') return '';
  return error === 'other' ? occupations.draw(chance) : occupation;
}
