import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../dataset/sql-engine.ts';
import { typePlace } from './type-value.ts';

/** A village's or chapter's own line in the body of a sheet. */
export interface SectionLine {
  readonly rowNo: number;
  readonly text: string;
}

const NUMBERING = /^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]/u;

/** What holds below one line: the places it names, and the words of the last line that names none. */
interface Standing {
  town: string | null;
  village: string | null;
  chapter: string | null;
}

function read(text: string, before: Standing): Standing {
  const bare = text
    .trim()
    .replace(NUMBERING, '')
    .replace(/[（(].*$/u, '')
    .replace(/[:：]$/u, '');
  const as = /(?:镇|乡|街道|办事处)$/u.test(bare) ? 'town' : 'address';
  const [town, village] = typePlace(bare, as).values;
  const isPlace =
    !/^(?:农村|城市|城镇|城乡)/u.test(bare) && ((town ?? null) !== null || (village ?? null) !== null);
  if (!isPlace) return { ...before, chapter: bare === '' ? before.chapter : bare };
  return { town: town ?? before.town, village: village ?? null, chapter: before.chapter };
}

/** Gives every row the town, village and chapter of the lines above it: section_town, section_village, section_text. */
export async function fillSections(
  db: DuckDBConnection,
  table: string,
  sections: readonly SectionLine[],
): Promise<void> {
  if (sections.length === 0) return;
  let standing: Standing = { town: null, village: null, chapter: null };
  const lines = sections.map(({ rowNo, text }) => {
    standing = read(text, standing);
    const { town, village, chapter } = standing;
    return `(${rowNo}, ${quoted(town)}, ${quoted(village)}, ${quoted(chapter)})`;
  });
  await db.run(`alter table ${table} add column section_town varchar; alter table ${table} add column section_village varchar; alter table ${table} add column section_text varchar;
    create temp table ${table}_section (row_no integer, town varchar, village varchar, chapter varchar)`);
  for (let at = 0; at < lines.length; at += 500)
    await db.run(`insert into ${table}_section values ${lines.slice(at, at + 500).join(', ')}`);
  await db.run(`update ${table} set section_town = s.town, section_village = s.village, section_text = s.chapter
    from (select t.row_no as at, x.town, x.village, x.chapter from ${table} t asof join ${table}_section x on t.row_no >= x.row_no) s where s.at = ${table}.row_no;
    drop table ${table}_section`);
}
