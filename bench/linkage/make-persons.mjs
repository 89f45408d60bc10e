/**
 * Made-up persons in Latin letters, with the truth in the file, for the general linker:
 *
 *   node bench/linkage/make-persons.mjs OUT --records 50000 --seed 3 --style historical|people|emails
 *
 * historical: OUT/historical.csv (unique_id, cluster, names, dob, birth_place, postcode_fake, gender, occupation).
 * people: OUT/people.csv for finding duplicates (the number in rec_id is the person), and OUT/left.csv, OUT/right.csv,
 * OUT/truth.csv for linking: half of the records each, one original and one changed copy of every person.
 * emails: OUT/emails.csv (unique_id, first_name, surname, dob, city, email, cluster).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Chance } from './chance.mjs';
import { CsvOut, Mixed } from './csv-out.mjs';
import { historicalHeadings, historicalPerson } from './historical-persons.mjs';
import {
  addressPerson,
  changedAddress,
  copies,
  emailHeadings,
  emailPerson,
  peopleHeadings,
} from './modern-persons.mjs';

const styles = { historical: makeHistorical, people: makePeople, emails: makeEmails };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    records: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    style: { type: 'string', default: 'historical' },
  },
});
const [out] = positionals;
if (out === undefined || !(values.style in styles)) {
  console.error('make-persons.mjs OUT --records N --seed S --style historical|people|emails');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const seed = Number(values.seed);
const records = Number(values.records);
styles[values.style](new Chance(seed));

/** A file whose rows come in an order that says nothing. */
function mixedFile(name, headings) {
  return new Mixed(new CsvOut(join(out, name), headings), new Chance(seed + 909), 20_000);
}

function makeHistorical(chance) {
  const file = mixedFile('historical.csv', historicalHeadings);
  let made = 0;
  let person = 0;
  for (; made < records; person += 1)
    for (const row of historicalPerson(chance, person).slice(0, records - made)) {
      file.row(row);
      made += 1;
    }
  file.close();
  console.log(JSON.stringify({ style: 'historical', seed, records: made, persons: person }));
}

function makePeople(chance) {
  const file = mixedFile('people.csv', peopleHeadings);
  let made = 0;
  let person = 0;
  for (; made < records; person += 1) {
    const cells = addressPerson(chance);
    file.row([`rec-${person}-org`, ...cells]);
    made += 1;
    for (let copy = 0, all = copies(chance, 1.5); copy < all && made < records; copy += 1, made += 1)
      file.row([`rec-${person}-dup-${copy}`, ...changedAddress(chance, cells, 5)]);
  }
  file.close();
  makePeopleLink(chance);
  console.log(JSON.stringify({ style: 'people', seed, records: made, persons: person }));
}

function makePeopleLink(chance) {
  const left = mixedFile('left.csv', peopleHeadings);
  const right = mixedFile('right.csv', peopleHeadings);
  const truth = new CsvOut(join(out, 'truth.csv'), ['id_left', 'id_right']);
  for (let person = 0; person < records / 2; person += 1) {
    const cells = addressPerson(chance);
    left.row([`rec-${person}-org`, ...cells]);
    right.row([`rec-${person}-dup-0`, ...changedAddress(chance, cells, 4)]);
    truth.row([`rec-${person}-org`, `rec-${person}-dup-0`]);
  }
  for (const file of [left, right, truth]) file.close();
}

function makeEmails(chance) {
  const file = mixedFile('emails.csv', emailHeadings);
  let made = 0;
  let person = 0;
  for (; made < records; person += 1)
    for (const cells of emailPerson(chance, person).slice(0, records - made)) file.row([made++, ...cells]);
  file.close();
  console.log(JSON.stringify({ style: 'emails', seed, records: made, persons: person }));
}
