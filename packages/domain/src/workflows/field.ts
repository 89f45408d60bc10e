import type { Bilingual } from '../errors/user-error.ts';

/** How private a fact is; decides masking, encryption and which sheets may carry it (laws 8, personal-information law art. 28). */
export type PrivacyClass = 'open' | 'name' | 'personal' | 'health' | 'account' | 'sealed';

/**
 * One thing a step asks for. `accounts` names colleagues (their account ids), at least `min` of them, all different.
 * `fen` is integer money; `on` a date 'YYYY-MM-DD'; `month` 'YYYY-MM'; `matter` the id of another matter.
 */
export type Field = Bilingual & {
  readonly privacy?: PrivacyClass;
  readonly optional?: true;
  /**
   * Nobody states it: it is the value of this parameter of policy for the region on the day of the opening, or, for
   * 'server', what the records hold.
   */
  readonly stated?: 'server' | { readonly parameter: string };
} & (
    | { readonly kind: 'text' | 'on' | 'month' | 'fen' | 'count' | 'yesno' | 'matter' | 'region' }
    | { readonly kind: 'accounts'; readonly min: number }
    | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, Bilingual>> }
  );

export type Fields = Readonly<Record<string, Field>>;

export type FactValue = string | number | boolean | readonly string[];
export type Facts = Readonly<Record<string, FactValue>>;

const shapes: Record<Field['kind'], (value: FactValue, field: Field) => boolean> = {
  text: (v) => typeof v === 'string' && v.trim() !== '' && v.length <= 4000,
  on: (v) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v) && isDay(v),
  month: (v) => typeof v === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(v),
  fen: (v) => typeof v === 'number' && Number.isSafeInteger(v) && v >= 0,
  count: (v) => typeof v === 'number' && Number.isSafeInteger(v) && v >= 0,
  yesno: (v) => typeof v === 'boolean',
  matter: (v) => typeof v === 'string' && /^[0-9a-f-]{36}$/.test(v),
  region: (v) => typeof v === 'string' && /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/.test(v),
  accounts: (v, field) =>
    Array.isArray(v) &&
    v.every((id) => typeof id === 'string' && id !== '') &&
    new Set(v).size === v.length &&
    field.kind === 'accounts' &&
    v.length >= field.min,
  choice: (v, field) => typeof v === 'string' && field.kind === 'choice' && Object.hasOwn(field.choices, v),
};

function isDay(on: string): boolean {
  const day = new Date(`${on}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(on);
}

/** The fields that people may state themselves. */
export function openToPeople(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field.stated === undefined));
}

/** Facts that policy states at the opening; `valueOf` gives the value of a parameter in force there and then, or null. */
export function statedByPolicy(fields: Fields, valueOf: (parameter: string) => FactValue | null): Facts {
  const facts: Record<string, FactValue> = {};
  for (const [name, { stated }] of Object.entries(fields)) {
    const value = typeof stated === 'object' ? valueOf(stated.parameter) : null;
    if (value !== null) facts[name] = value;
  }
  return facts;
}

/** Names of the fields that are missing, misshapen, or not asked for at all. Sorted. */
export function findFaultyFacts(fields: Fields, facts: Facts): string[] {
  const unknown = Object.keys(facts).filter((name) => !Object.hasOwn(fields, name));
  const faulty = Object.entries(fields).flatMap(([name, field]) => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (value === undefined) return field.optional ? [] : [name];
    return shapes[field.kind](value, field) ? [] : [name];
  });
  return [...unknown, ...faulty].sort();
}
