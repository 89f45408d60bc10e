import { programmes } from '@yangguang/domain/people/scope';

/** What the address of the queue says: filters that name nobody, an order, and whether leads stand by household. */
export interface QueueSearch {
  /** Words 'name:value'; several of one name: any of them, different names: all of them. */
  readonly filter?: readonly string[];
  /** Absent: soonest due first. */
  readonly order?: 'newest' | 'amount';
  /** Absent: by household. */
  readonly by?: 'lead';
}

/** States of a lead, as its workflow has them: named here so that the frame of the desk need not load the workflow. */
export const leadStates = [
  ...[
    'new',
    'triaged',
    'dismissedData',
    'toVerify',
    'verifying',
    'awaitingParty',
    'confirmed',
    'partlyConfirmed',
  ],
  ...['cleared', 'actioned', 'closed', 'merged', 'suppressed', 'expired', 'escalated'],
];

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const division = /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/;
const among = (values: readonly string[]) => (value: string) => values.includes(value);
const like = (shape: RegExp) => (value: string) => shape.test(value);

/** What a value of each filter may be: exactly what the server takes, so that no address leads to a refusal. */
const values: Readonly<Record<string, (value: string) => boolean>> = {
  rule: like(/^[A-Z]{3}-\d{2}$/),
  state: among(leadStates),
  severity: among(['info', 'suspect', 'serious']),
  programme: among([...programmes, 'none']),
  town: like(division),
  assigned: (value) => value === 'me' || uuid.test(value),
  area: like(division),
  campaign: like(uuid),
  'due-by': isDay,
  overdue: among(['yes']),
  ended: among(['yes']),
};

/** Filters that take one value. */
const single = ['assigned', 'area', 'campaign', 'due-by', 'overdue', 'ended'];

/** As many words as the server takes. */
const most = 20;

function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Reads an address; whatever it carries that is no filter, or has a value no filter has, is dropped. */
export function readQueueSearch(search: Readonly<Record<string, unknown>>): QueueSearch {
  const { filter, order, by } = search;
  const words = readFilter(Array.isArray(filter) ? filter : []);
  return {
    ...(words.length === 0 ? {} : { filter: words }),
    ...(order === 'newest' || order === 'amount' ? { order } : {}),
    ...(by === 'lead' ? { by } : {}),
  };
}

/** Filters of a list of anything. */
export function readFilter(filter: readonly unknown[]): string[] {
  const kept = new Set<string>();
  const seen = new Set<string>();
  for (const word of filter) {
    const [name, value] = typeof word === 'string' ? split(word) : ['', ''];
    if (values[name]?.(value) !== true || (single.includes(name) && seen.has(name))) continue;
    seen.add(name);
    kept.add(`${name}:${value}`);
  }
  return [...kept].slice(0, most);
}

function split(word: string): [name: string, value: string] {
  const at = word.indexOf(':');
  return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
}

/** Values of one filter. */
export function valuesOf(filter: readonly string[] | undefined, name: string): string[] {
  return (filter ?? []).filter((word) => split(word)[0] === name).map((word) => split(word)[1]);
}

/** The search with other values of one filter; none takes it away. */
export function withValues(search: QueueSearch, name: string, chosen: readonly string[]): QueueSearch {
  const others = (search.filter ?? []).filter((word) => split(word)[0] !== name);
  return withFilter(search, [...others, ...chosen.map((value) => `${name}:${value}`)]);
}

/** The search with another filter. */
export function withFilter(search: QueueSearch, filter: readonly string[]): QueueSearch {
  const { filter: _, ...rest } = search;
  const read = readFilter(filter);
  return read.length === 0 ? rest : { ...rest, filter: read };
}

/** True when two searches show the same, in whatever order their words stand. */
export function isSameSearch(one: QueueSearch, other: QueueSearch): boolean {
  return keyOf(one) === keyOf(other);
}

/** One text for everything that shows the same. */
export function keyOf({ filter = [], order, by }: QueueSearch): string {
  return [...[...filter].sort(), order ?? 'due', by ?? 'household'].join(' ');
}
