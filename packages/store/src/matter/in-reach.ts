import type { Scope } from '@yangguang/domain/people/scope';
import type { Reach } from '../database.ts';
import { every, type Sql, sql } from '../sql.ts';

/**
 * Tables cut by division. `m` is matter and `h` household, which hold the parts of the code in columns of their own, so
 * that equality reaches an index; `x` any table with region and programme.
 */
type Alias = 'm' | 'h' | 'x';

const columns = {
  m: {
    2: sql`m.province`,
    4: sql`m.city`,
    6: sql`m.county`,
    9: sql`m.town`,
    region: sql`m.region`,
    programme: sql`m.programme`,
  },
  h: {
    2: sql`h.province`,
    4: sql`h.city`,
    6: sql`h.county`,
    9: sql`h.town`,
    region: sql`h.region`,
    programme: sql`h.programme`,
  },
  x: { region: sql`x.region`, programme: sql`x.programme` },
} as const;

/**
 * Scope in the service layer, which would hold without row-level security: true for rows within one of the scopes.
 * Sealed and restricted matters are left out unless the reach opens them.
 */
export function inReach(reach: Reach, alias: Alias): Sql {
  const scopes = reach.scopes.map((scope) => within(scope, alias));
  const [first, ...rest] = scopes;
  if (first === undefined) return sql`false`;
  const any = sql`(${rest.reduce((all, one) => sql`${all} or ${one}`, first)})`;
  if (alias !== 'm') return any;
  const closed = [
    ...(reach.sealed === true ? [] : [sql`not m.is_sealed`]),
    ...(reach.restricted === true ? [] : [sql`not m.is_restricted`]),
  ];
  return every([any, ...closed]);
}

/** Restricted leads (限阅) of table alias x. */
export function unrestricted(reach: Reach): Sql {
  return reach.restricted === true ? sql`true` : sql`not x.is_restricted`;
}

function within({ area, programmes }: Scope, alias: Alias): Sql {
  const { programme } = columns[alias];
  const conditions = [inArea(area, alias)];
  if (programmes !== null) conditions.push(sql`(${programme} = 'none' or ${programme} = any(${programmes}))`);
  return sql`(${every(conditions)})`;
}

/** True for rows whose division lies in the area. */
export function inArea(area: string, alias: Alias): Sql {
  if (area === '') return sql`true`;
  const own = columns[alias];
  if (!(2 in own)) return sql`starts_with(${own.region}, ${area})`;
  if (area.length === 12) return sql`(${own[9]} = ${area.slice(0, 9)} and ${own.region} = ${area})`;
  return sql`${own[area.length as 2 | 4 | 6 | 9]} = ${area}`;
}

/** The areas of the scopes without those that lie in another one of them. */
export function widestAreas(scopes: readonly Scope[]): string[] {
  const areas = [...new Set(scopes.map((s) => s.area))];
  return areas.filter((area) => !areas.some((other) => other !== area && area.startsWith(other))).sort();
}
