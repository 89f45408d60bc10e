/** What is measured: where each set comes from, the plan made for it, and how its truth is told. */
import { join } from 'node:path';
import { made } from './run-tools.mjs';

/** Seed of the made-up sets, the one that `bench/peers` uses too: same files. */
const seed = 7;

/**
 * @typedef {object} LinkageSet
 * @property {string} name
 * @property {'link' | 'dedupe'} verb
 * @property {string} plan file in `plans/`
 * @property {(publicFolder: string | undefined) => Files | null} files null when the set is not there
 * @property {string[]} [truth] arguments of the scorer that say where the truth is, beside `truth`
 * @property {number} [repeats] 1: only one run, for very large sets
 * @property {boolean} [isTimed] its time is a goal
 * @property {boolean} [isOnAsk] only run when named
 * @typedef {{ left: string, right: string | null, truth: string, groups: string | null }} Files
 */

const registers = (kind, left, right, more = {}) => ({
  name: more.name ?? `registers-${kind}`,
  verb: 'link',
  plan: kind === 'no-id' ? 'registers-no-phone.yml' : 'registers.yml',
  files: () => linked(made('make-registers.mjs', { kind, left, right, seed: more.seed ?? seed })),
  note: `make-registers.mjs --kind ${kind} --left ${left} --right ${right} --seed ${more.seed ?? seed}`,
  isTimed: more.isTimed ?? false,
});

const linked = (folder, groups = 'groups.csv') => ({
  left: join(folder, 'left.csv'),
  right: join(folder, 'right.csv'),
  truth: join(folder, 'truth.csv'),
  groups: groups === null ? null : join(folder, groups),
});

const persons = (style, records, more) => ({
  name: more.name ?? style,
  verb: 'dedupe',
  note: `make-persons.mjs --style ${style} --records ${records} --seed ${seed}`,
  ...more,
  files: () => {
    const folder = made('make-persons.mjs', { style, records, seed });
    if (more.verb === 'link') return linked(folder, null);
    const file = join(folder, `${style}.csv`);
    return { left: file, right: null, truth: file, groups: null };
  },
});

const febrlTruth = ['--id', 'rec_id', '--cluster', 'rec_id', '--pattern', 'rec-(\\d+)-'];

const published = (name, note, more) => ({ name, note, verb: 'dedupe', isPublic: true, ...more });
const oneFile = (file) => (folder) => {
  const path = join(folder, file);
  return { left: path, right: null, truth: path, groups: null };
};

/** @type {LinkageSet[]} */
export const sets = [
  published('febrl3', 'FEBRL dataset3.csv', {
    plan: 'addresses.yml',
    files: oneFile('dataset3.csv'),
    truth: febrlTruth,
    isTimed: true,
  }),
  published('febrl2', 'FEBRL dataset2.csv', {
    plan: 'addresses.yml',
    files: oneFile('dataset2.csv'),
    truth: febrlTruth,
  }),
  published('febrl1', 'FEBRL dataset1.csv', {
    plan: 'addresses.yml',
    files: oneFile('dataset1.csv'),
    truth: febrlTruth,
  }),
  published('fake_1000', 'fake_1000.csv of splink_datasets', {
    plan: 'emails.yml',
    files: oneFile('fake_1000.csv'),
    truth: ['--id', 'unique_id', '--cluster', 'cluster'],
  }),
  published('transactions', 'transactions_origin and _destination of splink_datasets', {
    verb: 'link',
    plan: 'transactions.yml',
    files: (folder) => ({
      left: join(folder, 'transactions_origin.parquet'),
      right: join(folder, 'transactions_destination.parquet'),
      truth: null,
      groups: null,
    }),
    truth: { id: 'unique_id', entity: 'ground_truth' },
    isTimed: true,
  }),
  persons('historical', 50_000, {
    plan: 'historical.yml',
    truth: ['--id', 'unique_id', '--cluster', 'cluster'],
    isTimed: true,
  }),
  persons('people', 10_000, { plan: 'addresses.yml', truth: febrlTruth }),
  persons('people', 10_000, { name: 'people-link', verb: 'link', plan: 'addresses-link.yml' }),
  persons('emails', 5_000, { plan: 'emails.yml', truth: ['--id', 'unique_id', '--cluster', 'cluster'] }),
  registers('clean', 20_000, 60_000),
  registers('minority', 20_000, 30_000),
  registers('one-surname', 20_000, 30_000),
  registers('twins', 20_000, 30_000),
  registers('relatives', 20_000, 30_000),
  registers('no-id', 50_000, 75_000),
  registers('no-id-left', 50_000, 75_000),
  registers('damaged', 200_000, 1_000_000, { isTimed: true }),
  registers('none', 100_000, 100_000),
  registers('none', 100_000, 100_000, { name: 'registers-none-8', seed: 8 }),
  registers('none', 100_000, 100_000, { name: 'registers-none-9', seed: 9 }),
];
