/** Benefit programmes (救助项目) an appointment can be limited to. */
export const programmes = [
  'dibao_urban',
  'dibao_rural',
  'tekun',
  'edge',
  'temporary',
  'orphan',
  'unattended',
  'disability_living',
  'disability_care',
  'old_age',
] as const;

/** `none` is work that belongs to no programme: tasks, campaigns, petitions. */
export type Programme = (typeof programmes)[number] | 'none';

/**
 * Part of the country and of the programmes. `area` is the leading 0, 2, 4, 6, 9 or 12 digits of a division code
 * ('' is the whole country); `programmes` null means all.
 */
export interface Scope {
  readonly area: string;
  readonly programmes: readonly Programme[] | null;
}

/** True when `code` lies in the area: equal to it or below it. */
export function isWithin(area: string, code: string): boolean {
  return code.startsWith(area);
}

/** True when `upper` is a level above `lower` and holds it. */
export function isAbove(upper: string, lower: string): boolean {
  return upper.length < lower.length && lower.startsWith(upper);
}

/** True when something in division `region` and of `programme` may be seen with this scope. */
export function covers(scope: Scope, region: string, programme: Programme): boolean {
  return (
    isWithin(scope.area, region) &&
    (scope.programmes === null || programme === 'none' || scope.programmes.includes(programme))
  );
}
