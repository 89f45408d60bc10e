import { type DuckDBConnection, UBIGINT, VARCHAR } from '@duckdb/node-api';
import { type Face, mentionText, soundNumber } from '@yangguang/domain/identity/face';
import { type JudgedPair, judgementFault, judgementsInForce } from '@yangguang/domain/identity/judgement';
import { quoted, rowsOf } from '../../dataset/sql-engine.ts';
import { ColumnWriter } from '../fields/columns.ts';

/**
 * Lays people's judgements over what was found: `judged_mention(gid, person_key, verdict)` for the mentions of this run
 * that they speak of, and in `resolution` a mention judged the same as a person belongs to him, one judged not to be him
 * no longer does. They hold in every run in which the two mentions are written as they were when somebody judged.
 */
export async function loadJudgements(db: DuckDBConnection, given: readonly JudgedPair[]): Promise<void> {
  await db.run('create or replace table judged_mention (gid ubigint, person_key varchar, verdict varchar)');
  const inForce = judgementsInForce(given);
  if (inForce.length === 0) return;
  const groups = await mentionsOf(
    db,
    inForce.flatMap(({ faces }) => [faces.left, faces.right]),
  );
  const writer = await ColumnWriter.open(db, 'judged_mention', [UBIGINT, VARCHAR, VARCHAR]);
  for (const judged of inForce)
    for (const { gid, key } of effects(judged, groups)) writer.put([gid, key, judged.verdict]);
  writer.close();
  await db.run(`delete from resolution r using judged_mention v
    where v.gid = r.gid and (v.verdict = 'same' or v.verdict = 'not_same' and v.person_key = r.person_key)`);
  await db.run(`insert into resolution select gid, min(person_key), 'judged', 'same' from judged_mention v
    where verdict = 'same' and gid not in (select gid from mention_group where 'i:' || id_text = v.person_key) group by gid`);
}

/** Groups of mentions by what they say of somebody. */
type Groups = ReadonlyMap<string, readonly bigint[]>;

/** Which mentions a judgement says something of, and whose they are or are not. */
function effects({ faces, verdict }: JudgedPair, groups: Groups): { gid: bigint; key: string }[] {
  if (judgementFault(verdict, faces) !== null) return [];
  const [left, right] = [faces.left, faces.right].map((face) => ({
    gids: groups.get(mentionText(face)) ?? [],
    number: soundNumber(face),
  }));
  if (left === undefined || right === undefined) return [];
  const [person, mention] = left.number === null && right.number !== null ? [right, left] : [left, right];
  const nameless = [...left.gids, ...right.gids];
  if (person.number !== null) return mention.gids.map((gid) => ({ gid, key: `i:${person.number}` }));
  // Two mentions without a number: a person of their own, named by the lesser of the two.
  const least = nameless.reduce((a, b) => (b < a ? b : a), nameless[0] ?? 0n);
  return verdict === 'same' ? nameless.map((gid) => ({ gid, key: `n:${least}` })) : [];
}

async function mentionsOf(db: DuckDBConnection, faces: readonly Face[]): Promise<Groups> {
  const list = (values: readonly (string | null)[]): string =>
    [...new Set(values.filter((value) => value !== null))].map(quoted).join(', ') || 'null';
  const wanted = new Set(faces.map(mentionText));
  const rows = await rowsOf(
    db,
    `select gid, name, id_text, birth_on::varchar as birth_on, town, village from mention_group
      where name in (${list(faces.map(({ name }) => name))}) or id_text in (${list(faces.map(({ id }) => id))}) order by gid`,
  );
  const groups = new Map<string, bigint[]>();
  const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  for (const row of rows) {
    const key = mentionText({
      name: textOf(row.name),
      id: textOf(row.id_text),
      birth_on: textOf(row.birth_on),
      town: textOf(row.town),
      village: textOf(row.village),
    });
    if (wanted.has(key)) groups.set(key, [...(groups.get(key) ?? []), BigInt(String(row.gid))]);
  }
  return groups;
}
