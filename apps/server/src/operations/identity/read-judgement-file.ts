import type { Bilingual } from '@yangguang/domain/errors/user-error';
import {
  type FiledJudgement,
  type JudgementColumn,
  judgementColumns,
  readJudgementRow,
  rowFaults,
} from '@yangguang/domain/identity/judgement-file';
import { CsvRecords } from '@yangguang/engine/import/read/csv-records';
import { identityRefusal } from '@yangguang/store/identity/identity-refusals';

/** A county's list of judgements is some hundred kilobytes. */
const limitBytes = 5_000_000;

/** Rows that are judgements, and rows that are none, each with why; a row as a spreadsheet numbers it. */
export interface ReadJudgements {
  readonly taken: readonly { readonly row: number; readonly judgement: FiledJudgement }[];
  readonly refused: readonly { readonly row: number; readonly why: Bilingual }[];
}

/** @throws UserError JDG-104 when it is too large, not UTF-8, or lacks the columns */
export async function readJudgementFile(body: AsyncIterable<unknown>): Promise<ReadJudgements> {
  const records: string[][] = [];
  const reader = new CsvRecords(',', (_, fields) => void records.push([...fields]));
  try {
    reader.write(await textOf(body));
  } catch (error) {
    throw error instanceof RangeError ? identityRefusal('JDG-104') : error;
  }
  reader.end();
  const [head = [], ...rows] = records;
  const names = head.map((name) => name.trim().toLowerCase());
  if (judgementColumns.some((column) => !names.includes(column))) throw identityRefusal('JDG-104');
  const places = new Map(judgementColumns.map((column) => [column, names.indexOf(column)] as const));
  const taken: { row: number; judgement: FiledJudgement }[] = [];
  const refused: { row: number; why: Bilingual }[] = [];
  for (const [index, fields] of rows.entries()) {
    if (fields.every((field) => field.trim() === '')) continue;
    const read = readJudgementRow(cellsOf(places, fields));
    const row = index + 2;
    if ('fault' in read) refused.push({ row, why: rowFaults[read.fault] });
    else taken.push({ row, judgement: read });
  }
  return { taken, refused };
}

function cellsOf(
  places: ReadonlyMap<JudgementColumn, number>,
  fields: readonly string[],
): Partial<Record<JudgementColumn, string>> {
  // What keeps a spreadsheet from running a cell is no part of it.
  return Object.fromEntries(
    [...places].map(([name, at]) => [name, (fields[at] ?? '').replace(/^'(?=[=+\-@])/u, '')]),
  );
}

async function textOf(body: AsyncIterable<unknown>): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    const part = Buffer.from(piece as Uint8Array);
    bytes += part.length;
    if (bytes > limitBytes) throw identityRefusal('JDG-104');
    pieces.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw identityRefusal('JDG-104');
  }
}
