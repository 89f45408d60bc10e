import type { DuckDBConnection } from '@duckdb/node-api';
import { parseRegion } from '@yangguang/domain/words/region';
import { rowsOf, valueOf } from '../dataset/sql-engine.ts';
import type { Divisions } from '../pack/divisions.ts';
import type { Bilingual } from './run-meta.ts';
import type { CheckOptions } from './run-options.ts';

/** When and where the run judges, and why. */
export interface RunPlaceChoice {
  readonly asOf: string;
  readonly asOfWhy: Bilingual;
  readonly region: string;
  readonly regionName: string;
}

/** A month counts as the newest only with this share of the payment rows, so that one slip of a pen does not move the date. */
const leastShare = 0.002;

/** As-of date: as asked, else the end of the newest benefit month, else the newest date of a file, else the day of the run. */
export async function chooseAsOf(
  db: DuckDBConnection,
  options: CheckOptions,
): Promise<Pick<RunPlaceChoice, 'asOf' | 'asOfWhy'>> {
  if (options.asOf !== undefined)
    return { asOf: options.asOf, asOfWhy: { zh: '按命令指定', en: 'as given on the command line' } };
  const today = options.now.slice(0, 10);
  const month = await valueOf(
    db,
    `
    with month as (select (benefit_month + to_months(coalesce(benefit_months, 1) - 1))::date as m, count(*) as n from payment where benefit_month is not null group by 1)
    select last_day(max(m))::varchar from month where n >= ${leastShare} * (select sum(n) from month) and m <= date '${today}'`,
  );
  if (month !== null)
    return {
      asOf: String(month),
      asOfWhy: { zh: '数据中最新发放月的月末', en: 'end of the newest benefit month in the data' },
    };
  const newest = await valueOf(
    db,
    `select max(source_on)::varchar from import_sheet where source_on <= date '${today}'`,
  );
  if (newest !== null)
    return {
      asOf: String(newest),
      asOfWhy: { zh: '文件中最新的数据时点', en: 'newest data date of the files' },
    };
  return {
    asOf: today,
    asOfWhy: { zh: '数据没有日期，取运行当天', en: 'the data carry no date: the day of the run' },
  };
}

/** Region: as asked, else the county code most ID numbers on the rolls begin with, if it ever was a county; '000000' unknown. */
export async function chooseRegion(
  db: DuckDBConnection,
  options: CheckOptions,
  divisions: Divisions,
): Promise<Pick<RunPlaceChoice, 'region' | 'regionName'>> {
  const code = options.region ?? (await majorityCounty(db)) ?? '000000';
  return { region: code, regionName: divisions.countyName(code) ?? (await countyInAddresses(db)) ?? code };
}

async function majorityCounty(db: DuckDBConnection): Promise<string | null> {
  const code = await valueOf(
    db,
    `
    with number as (
      select head_id as id, head_id_state as state from dibao_household union all select id_number, id_number_state from dibao_member
      union all select id_number, id_number_state from tekun_person union all select head_id, head_id_state from edge_household
      union all select distinct id_number, id_number_state from payment)
    select left(id, 6) from number where state in ('valid', 'converted') group by 1 order by count(*) desc, 1 limit 1`,
  );
  return code === null ? null : String(code);
}

/** The county most addresses name: for zones and counties the division table does not know. */
async function countyInAddresses(db: DuckDBConnection): Promise<string | null> {
  const rows = await rowsOf(
    db,
    `select address, count(*) as n from (
      select address from dibao_household union all select address from hukou union all select address from tekun_person
      union all select address from cremation union all select region from standard)
    where address is not null group by 1 order by n desc, 1 limit 2000`,
  );
  const counts = new Map<string, number>();
  for (const row of rows) {
    const county = parseRegion(String(row.address)).county;
    if (county !== undefined) counts.set(county, (counts.get(county) ?? 0) + Number(row.n));
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;
}
