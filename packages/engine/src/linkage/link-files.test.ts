import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { UserError } from '@yangguang/domain/errors/user-error';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quoted } from '../dataset/sql-engine.ts';
import { type LinkJob, linkFiles, type LinkOutcome } from './link-files.ts';
import { madeUpPlan, numbered, seeded } from './made-up-sides.ts';
import type { Plan } from './plan/plan.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-link-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plan = madeUpPlan(
  { number: 'id_number', name: 'person_name', born: { type: 'date', else: 'number' }, village: 'text' },
  [
    { by: 'id_number', field: 'number' },
    { by: 'person_name', field: 'name' },
    { by: 'date', field: 'born' },
    { by: 'place', fields: ['village'] },
  ],
  { block: [['number'], ['solved(number)'], ['name', 'village'], ['name', 'born']] },
);
const oneToOne: Plan = { ...plan, one_to_one: true };

const quiet = { file() {}, stage() {}, done() {} };
let runs = 0;

async function run(
  left: string,
  right: string | null,
  more: Partial<LinkJob> = {},
): Promise<LinkOutcome & { text: string }> {
  runs += 1;
  const out = join(folder, `out${runs}.csv`);
  const rest = {
    memoryLimit: '400MB',
    judgements: null,
    models: folder,
    looks: new Set<string>(),
    explain: null,
  };
  const job = {
    left,
    right,
    plan,
    out,
    workFolder: join(folder, `work${runs}`),
    ...rest,
    elapsed: () => 0,
    ...more,
  };
  const outcome = await linkFiles(job, quiet, new AbortController().signal);
  return { ...outcome, text: readFileSync(out, 'utf8') };
}

type Row = readonly string[];
const heading: Row = ['id', ...Object.keys(plan.fields)];
const csv = (rows: readonly Row[], head = heading): string =>
  [head, ...rows].map((row) => `${row.join(',')}\n`).join('');
function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const chance = seeded(19);
const of = (text: string): string => [...text][Math.floor(chance() * [...text].length)] ?? '';
const two = (n: number): string => String(n).padStart(2, '0');
function person(id: string): Row {
  const born = `${1940 + Math.floor(chance() * 50)}${two(1 + Math.floor(chance() * 12))}${two(1 + Math.floor(chance() * 28))}`;
  const number = numbered(`339901${born}${101 + Math.floor(chance() * 800)}`);
  return [
    id,
    number,
    of('王李张刘陈') + of('建秀玉小国') + of('国英兰燕明'),
    `${born.slice(0, 4)}/${born.slice(4, 6)}/${born.slice(6)}`,
    `${of('东西南北李')}村`,
  ];
}
/** The same person in another list: some numbers are missing or wrong, some names and villages too. */
function again([, number = '', name = '', born = '', village = '']: Row, id: string): Row {
  const kind = chance();
  const told =
    kind < 0.3 ? '' : kind < 0.5 ? `${number.slice(0, 15)}${number[16]}${number[15]}${number[17]}` : number;
  return [
    id,
    told,
    chance() < 0.1 ? `${name.slice(0, 2)}芳` : name,
    chance() < 0.2 ? '' : born,
    chance() < 0.1 ? '' : village,
  ];
}
const left = Array.from({ length: 160 }, (_, at) => person(`A${at}`));
const right = [
  ...left.slice(0, 110).map((row, at) => again(row, `B${at}`)),
  ...Array.from({ length: 60 }, (_, at) => person(`C${at}`)),
];
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => [chance(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

it('gives the same bytes for the same rows in another order', async () => {
  const files = [left, shuffled(left), shuffled(left)].map((rows, at) => write(`left${at}.csv`, csv(rows)));
  const others = [right, shuffled(right), shuffled(right)].map((rows, at) =>
    write(`right${at}.csv`, csv(rows)),
  );
  const both = [[...left, ...right], shuffled([...left, ...right])].map((rows, at) =>
    write(`both${at}.csv`, csv(rows)),
  );
  const [first, ...more] = await Promise.all(
    files.map((file, at) => run(file, others[at] ?? null, { plan: oneToOne })),
  );
  expect(first?.text.split('\n').length).toBeGreaterThan(80);
  for (const { text } of more) expect(text).toBe(first?.text);
  const [one, other] = [await run(both[0] ?? '', null), await run(both[1] ?? '', null)];
  expect(other.text).toBe(one.text);
  expect(
    new Set(
      one.text
        .trim()
        .split('\n')
        .map((line) => line.split(',')[1]),
    ).size,
  ).toBeLessThan(left.length + right.length);
  // One line for every record, each once, and the clusters that were counted.
  const clusters = one.text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  expect(clusters.map(([id]) => id).sort()).toEqual([...left, ...right].map(([id]) => id).sort());
  expect(new Set(clusters.map(([, cluster]) => cluster)).size).toBe(one.report.clusters);
  expect(
    clusters.every(([, cluster]) => clusters.some(([id, its]) => id === cluster && its === cluster)),
  ).toBe(true);
});

it('links those who are one, nearly all of them, and nobody else', async () => {
  const { text, report } = await run(write('l.csv', csv(left)), write('r.csv', csv(right)), {
    plan: oneToOne,
  });
  const pairs = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const wrong = pairs.filter(([a = '', b = '']) => a.slice(1) !== b.slice(1) || !b.startsWith('B'));
  expect(wrong).toEqual([]);
  expect(pairs.length).toBeGreaterThan(95);
  expect(report.links.same + report.links.likely).toBe(pairs.length);
  expect(text.split('\n')[0]).toBe('id_left,id_right,score,probability,tier');
});

/** The text in GB18030, by turning the decoder round for the characters of two bytes. */
function gb18030(text: string): Uint8Array {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array(
    [...text].flatMap((char) => (char.charCodeAt(0) < 128 ? [char.charCodeAt(0)] : (codes.get(char) ?? []))),
  );
}

it('reads GB18030, UTF-16, a byte order mark, other delimiters and Parquet as it reads UTF-8', async () => {
  const [mine, theirs] = [csv(left), csv(right)];
  const plain = await run(write('plain-l.csv', mine), write('plain-r.csv', theirs));
  const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(mine, 'utf16le')]));
  const parquet = join(folder, 'right.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const db = await instance.connect();
  await db.run(
    `copy (select * from read_csv(${quoted(join(folder, 'plain-r.csv'))}, all_varchar = true)) to ${quoted(parquet)} (format parquet)`,
  );
  db.closeSync();
  instance.closeSync();
  const ways = [
    [write('gb-l.csv', gb18030(mine)), write('gb-r.csv', gb18030(theirs))],
    [write('wide-l.csv', utf16), parquet],
    [write('bom-l.csv', `\ufeff${mine}`), write('tab-r.tsv', theirs.replaceAll(',', '\t'))],
    [
      write('quoted-l.csv', mine.replaceAll(/[^,\n]+/g, '"$&"')),
      write('crlf-r.csv', theirs.replaceAll('\n', '\r\n')),
    ],
  ] as const;
  for (const [l, r] of ways) expect((await run(l, r)).text, l).toBe(plain.text);
});

async function faultOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
    return 'no fault';
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

it('says with a code of its own what is wrong with a file', async () => {
  const good = write('good.csv', csv(left.slice(0, 5)));
  const codes: Record<string, string> = {};
  const told = async (why: string, file: string): Promise<void> => {
    codes[why] = await faultOf(() => run(file, good));
  };
  await told('no such file', join(folder, 'nowhere.csv'));
  await told('a folder', folder);
  await told('an empty file', write('empty.csv', ''));
  await told('bytes of something else', write('bytes.parquet', new Uint8Array([80, 65, 82, 49, 0, 1, 2, 3])));
  await told('a heading twice', write('twice.csv', csv([['1', '2', '3']], ['id', 'name', 'name'])));
  await told(
    'a heading twice, but for blanks',
    write('blank.csv', csv([['1', '2', '3']], ['id', 'name', ' name'])),
  );
  await told('a column that is not there', write('less.csv', csv([['1', '2']], ['id', 'name'])));
  await told('an id twice', write('again.csv', csv([...left.slice(0, 5), ...left.slice(0, 1)])));
  await told('no id', write('noid.csv', csv([...left.slice(0, 5), ['', '', '王建国', '', '']])));
  expect(codes).toEqual({
    'no such file': 'LNK-101',
    'a folder': 'LNK-101',
    'an empty file': 'LNK-102',
    'bytes of something else': 'LNK-102',
    'a heading twice': 'LNK-103',
    'a heading twice, but for blanks': 'LNK-103',
    'a column that is not there': 'LNK-104',
    'an id twice': 'LNK-105',
    'no id': 'LNK-105',
  });
});

it('lets judgements stand in clusters, the newest of a pair, in either order of the two', async () => {
  const file = write('both.csv', csv([...left, ...right]));
  const free = await run(file, null);
  const clusterOf = (text: string): Map<string, string> =>
    new Map(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(',') as [string, string]),
    );
  const before = clusterOf(free.text);
  // Two that are one, and two that have nothing to do with each other (neither has a right number of another).
  const together =
    right.find(([id = '']) => id.startsWith('B') && before.get(id) === `A${id.slice(1)}`)?.[0] ?? '';
  const apart = [
    'A150',
    right.find(([id = '', number]) => id.startsWith('B') && number === '')?.[0] ?? '',
  ] as const;
  expect(before.get(apart[0])).not.toBe(before.get(apart[1]));
  const judgements = write(
    'judged.csv',
    csv(
      [
        [`A${together.slice(1)}`, together, 'same', '2026-01-01'],
        [together, `A${together.slice(1)}`, '不是同一人', '2026-02-01'],
        [apart[0], apart[1], '同一人', '2026-03-01'],
        [apart[1], apart[0], 'not_same', '2026-01-01'],
      ],
      ['id_left', 'id_right', 'verdict', 'at'],
    ),
  );
  const after = clusterOf((await run(file, null, { judgements })).text);
  expect(after.get(together)).not.toBe(after.get(`A${together.slice(1)}`));
  expect(after.get(apart[0])).toBe(after.get(apart[1]));
});

it('writes nothing when it is stopped', async () => {
  const stopped = AbortSignal.abort();
  const out = join(folder, 'never.csv');
  const file = write('stop.csv', csv(left));
  const rest = {
    memoryLimit: '400MB',
    judgements: null,
    models: folder,
    looks: new Set<string>(),
    explain: null,
  };
  const job = {
    left: file,
    right: null,
    plan,
    out,
    workFolder: join(folder, 'stopped'),
    ...rest,
    elapsed: () => 0,
  };
  await expect(linkFiles(job, quiet, stopped)).rejects.toThrow(/abort/i);
  expect(() => readFileSync(out)).toThrow(/ENOENT/);
});
