import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import { LEAD_ORDER, leadSelect, type LeadView } from '../lead-sheet.ts';
import { sayIn } from '../lead-words.ts';
import { groupBy, groupRows, type StreamedRow, streamRows, text } from '../stream-rows.ts';
import { FileNames } from './file-names.ts';
import { withOwnNumbersOnly } from './own-numbers.ts';
import { writePlace } from './place-workbook.ts';

const FOLDER = '乡镇';
const UNKNOWN_TOWN = '未知乡镇';
const UNKNOWN_VILLAGE = '未知村居';
const FILES_AT_ONCE = 4;

/** What was written for the towns. */
export interface TownFiles {
  readonly towns: number;
  readonly villages: number;
  readonly leads: number;
}

/**
 * Writes `乡镇/<town>.xlsx` and `乡镇/<town>/<village>.xlsx` into `dir`: each place's own leads with the answer
 * columns and its share of the screening list, and in the villages' workbooks a printable visit sheet a household.
 *
 * No row of another town, no restricted lead, no lead cleared earlier or gone; numbers of people other than a
 * row's own never stand in it. Files are readable by their owner only (0600). Memory holds one town at a time.
 * @throws what the disk answers when it refuses.
 */
export async function writeTowns(db: DuckDBConnection, dir: string, meta: RunMeta): Promise<TownFiles> {
  const view: LeadView = { say: sayIn(meta.lang), lang: meta.lang, masked: meta.idNumbers === 'masked' };
  const names = new FileNames();
  const total = { towns: 0, villages: 0, leads: 0 };
  for await (const rows of groupRows(streamRows(db, selectRows(meta.lang)), (row) => text(row, 'town'))) {
    const town = text(rows[0] ?? {}, 'town');
    const folder = join(dir, FOLDER);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const fileName = names.take(town, UNKNOWN_TOWN);
    const villages = await writeTown(
      join(folder, fileName),
      meta,
      view,
      town || UNKNOWN_TOWN,
      rows.map(withOwnNumbersOnly),
    );
    total.towns += 1;
    total.villages += villages;
    total.leads += rows.filter(isLead).length;
  }
  return total;
}

const isLead = (row: StreamedRow): boolean => text(row, 'grade') === 'lead';

// Officials are never a town's own business to read, even should a rule forget to restrict its leads.
function selectRows(lang: 'zh' | 'en'): string {
  return `select grade, rank, coalesce(trim(town), '') as town, coalesce(trim(village), '') as village,
      * exclude (grade, rank, town, village)
    from (select ${leadSelect(lang)}, grade, rank, programme, scheme, group_name, address, phone, insured_persons,
        month_amount_fen, started_month, household_head_id
      from lead
      where not coalesce(restricted, false) and subject_kind <> 'official' and not coalesce(quiet, false)
        and change is distinct from 'gone')
    order by town, village, grade, ${LEAD_ORDER}`;
}

/** Writes a town's workbook at `base.xlsx` and its villages' in the folder `base`. @returns how many villages. */
async function writeTown(
  base: string,
  meta: RunMeta,
  view: LeadView,
  town: string,
  rows: readonly StreamedRow[],
): Promise<number> {
  await writePlace(`${base}.xlsx`, meta, view, placeOf(town, rows), false);
  await mkdir(base, { recursive: true, mode: 0o700 });
  const names = new FileNames();
  const villages = [...groupBy(rows, (row) => text(row, 'village'))].map(([village, own]) => ({
    path: join(base, `${names.take(village, UNKNOWN_VILLAGE)}.xlsx`),
    place: placeOf(`${town} ${village || UNKNOWN_VILLAGE}`, own),
  }));
  // Packing runs beside us: a few files at a time keep both processors busy.
  for (let from = 0; from < villages.length; from += FILES_AT_ONCE) {
    const batch = villages.slice(from, from + FILES_AT_ONCE);
    await Promise.all(batch.map(({ path, place }) => writePlace(path, meta, view, place, true)));
  }
  return villages.length;
}

function placeOf(name: string, rows: readonly StreamedRow[]): Parameters<typeof writePlace>[3] {
  return { name, leads: rows.filter(isLead), screening: rows.filter((row) => !isLead(row)) };
}
