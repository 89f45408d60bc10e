import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import type { ImportRefusal } from './import-refusal.ts';
import { listInput } from './list-input.ts';
import { type Bench, openBench, seededNumbers, xlsxParts, zipOf } from './testing-files.ts';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFile } from './read-file.ts';

const tokens = [
  '<',
  '>',
  '"',
  '\0',
  '9999999999',
  '&#x0;',
  ']]>',
  '<row>',
  '</c>',
  '\n',
  ',',
  '￾',
  '<v>',
  '-1',
  'A0',
];

function mutate(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length);
  const length = Math.floor(random() * 40);
  const kind = Math.floor(random() * 5);
  if (kind === 0) return bytes.subarray(0, at);
  if (kind === 1) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
  if (kind === 2) return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
  if (kind === 3) {
    const token = Buffer.from(tokens[Math.floor(random() * tokens.length)] ?? '');
    return Buffer.concat([bytes.subarray(0, at), token, bytes.subarray(at)]);
  }
  const copy = Buffer.from(bytes);
  for (let i = 0; i <= length / 8; i += 1)
    copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return copy;
}

async function mutateInside(parts: Record<string, string>, random: () => number): Promise<Buffer> {
  const names = Object.keys(parts);
  const name = names[Math.floor(random() * names.length)] ?? '';
  const mutated: Record<string, string | Buffer> = { ...parts };
  mutated[name] = mutate(Buffer.from(parts[name] ?? ''), random);
  return zipOf(mutated);
}

/** Lists and reads one file as a run does; the outcome must add up. */
async function importOne(bench: Bench, index: number, name: string, bytes: Buffer): Promise<void> {
  const folder = join(bench.folder, `case${index}`);
  const tempFolder = join(folder, 'temp');
  await mkdir(join(folder, 'in'), { recursive: true });
  await mkdir(tempFolder);
  await writeFile(join(folder, 'in', name), bytes);
  const listed = await listInput(join(folder, 'in'), { tempFolder });
  const refusals: ImportRefusal[] = [...listed.refusals];
  let sheets = 0;
  for (const [i, file] of listed.files.entries()) {
    const options = { passwords: [], tempFolder, prefix: `m${index}_${i}` };
    const reading = await readFile(bench.db, file, options);
    refusals.push(...reading.refusals);
    for (const sheet of reading.sheets) {
      sheets += 1;
      const counted = await bench.db.runAndReadAll(
        `select count(*), count(distinct row_no), min(row_no) from "${sheet.table}"`,
      );
      const [rows, distinct, first] = (counted.getRows()[0] ?? []).map(Number);
      expect([rows, distinct]).toEqual([sheet.rows, sheet.rows]);
      expect(first).toBeGreaterThan(0);
      await bench.db.run(`drop table "${sheet.table}"`);
    }
  }
  expect(sheets + refusals.length + listed.left.length).toBeGreaterThan(0);
  for (const refusal of refusals)
    expect([refusal.code, refusal.detail]).not.toEqual(['IMP-199', refusal.detail]);
  const tables = await bench.db.runAndReadAll('select count(*) from duckdb_tables()');
  expect(String(tables.getRows()[0]?.[0])).toBe('0');
  await rm(folder, { recursive: true });
}

it('mutated files are refused or read, never a crash, a leftover table or an unexplained failure', async () => {
  const bench = await openBench();
  const random = seededNumbers(20_261_121);
  const rows = Array.from(
    { length: 30 },
    (_, i) =>
      `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i % 3}</v></c><c r="B${i + 1}" s="1"><v>${45_000 + i}</v></c></row>`,
  );
  const parts = xlsxParts({
    strings: '<si><t>甲</t></si><si><t>乙</t></si><si><r><t>丙</t></r></si>',
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    sheets: {
      S: `<sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A2:A9"/></mergeCells>`,
      T: '<sheetData><row><c><v>1</v></c></row></sheetData>',
    },
  });
  const data = Array.from({ length: 40 }, (_, i) => [`姓名${i}`, `"引,号${i}"`, i]);
  const book = { SheetNames: ['S'], Sheets: { S: utils.aoa_to_sheet(data) } };
  const xlsx = await zipOf(parts);
  const xls = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
  const csv = Buffer.from(data.map((row) => `${row[0]},${i2(row)},"x"\n`).join(''));
  const zip = await zipOf({ 'a.csv': csv, 'b.xlsx': xlsx });
  const makers: (() => Promise<[string, Buffer]>)[] = [
    async () => ['a.xlsx', mutate(xlsx, random)],
    async () => ['a.xlsx', await mutateInside(parts, random)],
    async () => ['a.xlsx', await mutateInside(parts, random)],
    async () => ['a.xls', mutate(xls, random)],
    async () => ['a.csv', mutate(mutate(csv, random), random)],
    async () => ['a.zip', mutate(zip, random)],
  ];
  let done = 0;
  for (let index = 0; index < 180; index += 1) {
    const [name, bytes] = (await makers[index % makers.length]?.()) ?? ['', Buffer.alloc(0)];
    await importOne(bench, index, name, bytes);
    done += 1;
  }
  expect(done).toBe(180);
});

function i2(row: (string | number)[]): string {
  return String(row[1]);
}
