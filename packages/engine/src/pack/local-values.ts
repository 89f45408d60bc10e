import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Parameter, ParameterValue } from './parameter-file.ts';

/** A number an office has set for its own area, as it was agreed. */
export interface LocalValue {
  readonly parameter: string;
  /** 2, 4, 6 or 9 digits. */
  readonly region: string;
  /** 'YYYY-MM-DD'; `to` is exclusive, null until further notice. */
  readonly from: string;
  readonly to: string | null;
  readonly value: ParameterValue['value'];
  /** The document it rests on. */
  readonly basis: string;
  readonly published: string | null;
}

/**
 * A parameter with the values an office has set laid over it, in the order in which they were agreed: for its region and
 * its time each takes the place of what stood there before; everything else stays.
 */
export function withLocalValues(parameter: Parameter, locals: readonly LocalValue[]): Parameter {
  const own = locals.filter((local) => local.parameter === parameter.name);
  if (own.length === 0) return parameter;
  const values = own.reduce<readonly ParameterValue[]>(
    (below, local) => [
      ...below.flatMap((value) => (value.region === local.region ? cutOut(value, local) : [value])),
      laid(local),
    ],
    parameter.values,
  );
  return { ...parameter, values: [...values].sort(byPlaceAndDay) };
}

/**
 * Writes these values as an overlay of the policy pack, which checks then read like any other: one file a parameter, with
 * all values of the regions it touches, because an overlay replaces those of a region.
 * @param parameters as the pack below has them
 */
export function writeLocalOverlay(
  folder: string,
  parameters: readonly Parameter[],
  locals: readonly LocalValue[],
): void {
  mkdirSync(join(folder, 'parameters'), { recursive: true });
  for (const parameter of parameters) {
    const regions = new Set(
      locals.filter((local) => local.parameter === parameter.name).map((local) => local.region),
    );
    if (regions.size === 0) continue;
    const { file: _, values, ...head } = withLocalValues(parameter, locals);
    const text = stringify({ ...head, values: values.filter((value) => regions.has(value.region)) });
    writeFileSync(join(folder, 'parameters', `${parameter.name}.yml`), text);
  }
}

function laid({ region, from, to, value, basis, published }: LocalValue): ParameterValue {
  return {
    ...{ region, from, value, basis: { source: basis }, sure: 'V' },
    ...(to === null ? {} : { to }),
    ...(published === null ? {} : { published }),
  };
}

/** What is left of a value beside the time of another: before it, after it, or both. */
function cutOut(value: ParameterValue, { from, to }: LocalValue): ParameterValue[] {
  const { to: end, ...open } = value;
  const before = value.from < from ? [{ ...open, to: end === undefined || end > from ? from : end }] : [];
  if (to === null || (end !== undefined && end <= to)) return before;
  const after = {
    ...open,
    from: value.from > to ? value.from : to,
    ...(end === undefined ? {} : { to: end }),
  };
  return [...before, after];
}

function byPlaceAndDay(one: ParameterValue, other: ParameterValue): number {
  return one.region + one.from < other.region + other.from ? -1 : 1;
}
