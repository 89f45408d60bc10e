import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import { sayIn } from '../lead-words.ts';
import { numberOf, readRows } from '../read-rows.ts';
import { type StreamedRow, text } from '../stream-rows.ts';
import type { Workbook } from '../write-xlsx.ts';
import { openLead } from './count-leads.ts';

interface Place {
  readonly town: string;
  readonly village: string;
  /** Households that left after a report by the public: what the exit ledger tells of complaints. */
  readonly reports: number;
  readonly leads: number;
  readonly persons: number;
}

const facts = ['reports', 'leads', 'persons'] as const;
type Fact = (typeof facts)[number];

const factNames: Readonly<Record<Fact, { zh: string; en: string }>> = {
  reports: { zh: '平时问题反映', en: 'Problems reported' },
  leads: { zh: '疑点数据反馈', en: 'Leads' },
  persons: { zh: '保障人数', en: 'Persons on aid' },
};

/** How many of the three facts must stand above the county's mean for a place to be sampled first. */
const factsForKey = 2;

/**
 * The towns and villages to sample first, by the three facts the notice names: 平时问题反映多、疑点数据反馈多、
 * 保障人数多 (S1 三（二）). A fact is 多 when it is above the mean of the places of that level. Listed by name:
 * the marks say where to look, they do not rank anybody.
 */
export async function writeKeyPlaces(db: DuckDBConnection, book: Workbook, meta: RunMeta): Promise<void> {
  await writePlaces(book, meta, 'town', await readPlaces(db, false));
  await writePlaces(book, meta, 'village', await readPlaces(db, true));
}

async function readPlaces(db: DuckDBConnection, villages: boolean): Promise<Place[]> {
  const place = villages ? 'town, village' : `town, '' AS village`;
  const rows = await readRows(
    db,
    `WITH fact AS (
       SELECT ${place}, 0 AS reports, 0 AS leads, sum(coalesce(insured_persons, 1)) AS persons FROM household GROUP BY ALL
       UNION ALL SELECT ${place}, 0, count(*), 0 FROM lead WHERE ${openLead} GROUP BY ALL
       UNION ALL SELECT ${place}, count(*), 0, 0 FROM exit_record
         WHERE manner = 'report' AND is_current IS NOT FALSE GROUP BY ALL
     )
     SELECT town, village, sum(reports) AS reports, sum(leads) AS leads, sum(persons) AS persons FROM fact
     WHERE town IS NOT NULL AND village IS NOT NULL GROUP BY town, village ORDER BY town, village`,
  );
  return rows.map(placeOf);
}

function placeOf(row: StreamedRow): Place {
  return {
    town: text(row, 'town'),
    village: text(row, 'village'),
    reports: numberOf(row, 'reports'),
    leads: numberOf(row, 'leads'),
    persons: numberOf(row, 'persons'),
  };
}

/** Which facts of a place stand above the mean of all places. */
export function factsAboveMean(place: Record<Fact, number>, all: readonly Record<Fact, number>[]): Fact[] {
  return facts.filter((fact) => {
    const sum = all.reduce((total, other) => total + other[fact], 0);
    return place[fact] * all.length > sum;
  });
}

async function writePlaces(
  book: Workbook,
  meta: RunMeta,
  level: 'town' | 'village',
  places: readonly Place[],
): Promise<void> {
  const say = sayIn(meta.lang);
  const names = level === 'town' ? { zh: '重点乡镇', en: 'Key towns' } : { zh: '重点村', en: 'Key villages' };
  const reported = places.some((place) => place.reports > 0);
  const sheet = book.sheet(names[meta.lang], {
    title: say(`${names.zh}（抽查参考）`, `${names.en}, for sampling`),
    subtitle: [
      say(
        '三项事实：平时问题反映多、疑点数据反馈多、保障人数多。高于平均即为“多”，两项以上标为重点。按名称排列，不是名次。',
        'Three facts: problems reported, leads, persons on aid. Above the mean counts as many; two or more mark a key place. In the order of names, not a ranking.',
      ),
      ...(reported
        ? []
        : [
            say(
              '“平时问题反映”取自退出台账的群众举报退保；本次没有这类数据，请结合信访台账判断。',
              'Problems reported come from exits after public reports; there are none in this run, so please use your petition ledger.',
            ),
          ]),
    ],
    columns: [
      { heading: say('乡镇（街道）', 'Town'), width: 16, kind: 'text' },
      ...(level === 'village'
        ? [{ heading: say('村（居）', 'Village'), width: 16, kind: 'text' as const }]
        : []),
      ...facts.map((fact) => ({ heading: factNames[fact][meta.lang], width: 16, kind: 'int' as const })),
      { heading: say('多的事实', 'Many of'), width: 38, kind: 'wrap' },
      { heading: say('抽查', 'Sampling'), width: 10, kind: 'text' },
    ],
    filter: true,
  });
  for (const place of places) {
    const above = factsAboveMean(place, places);
    await sheet.row([
      place.town,
      ...(level === 'village' ? [place.village] : []),
      ...facts.map((fact) => place[fact]),
      above.map((fact) => factNames[fact][meta.lang]).join(say('、', ', ')),
      above.length >= factsForKey ? say('重点', 'key') : '',
    ]);
  }
  await sheet.close();
}
