import { BOOLEAN, type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { nameKeys } from '@yangguang/domain/words/name-keys';
import { quoted } from '../../dataset/sql-engine.ts';
import { ColumnWriter, streamColumn } from './columns.ts';
import { cleanText, plainText, soundKey } from './text-form.ts';

/** What separates given name and surname in the dictionary of both. */
export const joint = '\u0001';

/** What is kept of a distinct text. */
interface TextForm {
  /** What is compared. */
  readonly text: string;
  /** What blocking takes for the same: several when a cell names several people. */
  readonly keys: readonly string[] | null;
  /** How it sounds, where a rule asks for that. */
  readonly sound: string | null;
  readonly surname: string | null;
  readonly given: string | null;
}

function textForm(raw: string, hasSound: boolean): TextForm | null {
  const text = cleanText(raw);
  return text === ''
    ? null
    : { text, keys: null, sound: hasSound ? soundKey(text) : null, surname: null, given: null };
}

function jointForm(raw: string): TextForm | null {
  const text = raw.split(joint).map(cleanText).join(joint);
  return text === joint ? null : { text, keys: null, sound: null, surname: null, given: null };
}

function personForm(raw: string): TextForm | null {
  const keys = nameKeys(raw);
  if (keys === null) return null;
  const others = keys.more.map((name) => nameKeys(name)).filter((other) => other !== null);
  return {
    text: [keys.plain, ...others.map(({ plain }) => plain)].join('、'),
    keys: [keys.simple, ...others.map(({ simple }) => simple)],
    sound: keys.pinyin,
    surname: keys.surname,
    given: keys.given,
  };
}

const forms = { text: textForm, person_name: personForm, joint: jointForm } as const;
export type DictionaryType = keyof typeof forms;

/** The sources a dictionary is made of: tables with the raw column. */
export interface RawColumn {
  readonly table: string;
  readonly column: string;
}

/**
 * Numbers the distinct texts of a field over both sides: `form_<name>(raw, text)` leads from what stands in the files
 * to `dict_<name>(v, text, keys, sound, surname, given, ascii, share)`, v in the order of the text, share being the part
 * of the records that have it. Everything is done once a distinct text, in memory that does not grow with them.
 */
export async function makeDictionary(
  db: DuckDBConnection,
  name: string,
  type: DictionaryType,
  sources: readonly RawColumn[],
  hasSound = false,
): Promise<void> {
  const all = sources.map(
    ({ table, column }) => `select ${column} as raw from ${table} where ${column} is not null`,
  );
  await db.run(`create or replace table raw_${name} as select raw, count(*)::bigint as n
    from (${all.join(' union all ')}) group by raw`);
  await db.run(`create or replace table form_${name} (raw varchar, text varchar, keys varchar[], sound varchar,
    surname varchar, given varchar, ascii boolean)`);
  // Telephones, codes and the like are as they should be; a million of them need not come here and go back.
  const isDone =
    type === 'text' && !hasSound ? `regexp_full_match(raw, ${quoted(plainText.source)})` : 'false';
  await db.run(
    `insert into form_${name} select raw, raw, null, null, null, null, true from raw_${name} where ${isDone}`,
  );
  const types = [VARCHAR, VARCHAR, LIST(VARCHAR), VARCHAR, VARCHAR, VARCHAR, BOOLEAN];
  const writer = await ColumnWriter.open(db, `form_${name}`, types);
  const formOf = forms[type];
  for await (const raws of streamColumn(db, `select raw from raw_${name} where not ${isDone}`)) {
    for (const raw of raws) {
      if (typeof raw !== 'string') continue;
      const form = formOf(raw, hasSound);
      if (form === null) continue;
      const { text, keys, sound, surname, given } = form;
      writer.put([raw, text, keys === null ? null : listValue(keys), sound, surname, given, isAscii(text)]);
    }
  }
  writer.close();
  await db.run(`create or replace table dict_${name} as
    select (row_number() over (order by text))::integer as v, text, min(keys) as keys, min(sound) as sound,
      min(surname) as surname, min(given) as given, bool_and(ascii) as ascii,
      (sum(n) / (sum(sum(n)) over ()))::double as share
    from form_${name} join raw_${name} using (raw) group by text`);
  await db.run(`drop table raw_${name}`);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
