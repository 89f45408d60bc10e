import { type Sql, sql } from '../sql.ts';
import { filterConditions, type MatterFilter, within } from './list-matters.ts';

/** Everything a filter asks of matter m but its workflow and whether it has ended. */
export function matchConditions(filter: MatterFilter): Sql[] {
  const { states, kinds, severities, towns } = filter;
  return [
    ...equalsAny(sql`m.state`, states),
    ...equalsAny(sql`m.kind`, kinds),
    ...equalsAny(sql`m.severity`, severities),
    ...(towns?.length ? [within(towns)] : []),
    ...filterConditions(filter),
  ];
}

/** One value is an equality: only that keeps the order of an index. None is no condition. */
export function equalsAny(column: Sql, values: readonly string[] | undefined): Sql[] {
  if (!values?.length) return [];
  return [values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values}::text[])`];
}
