import type { Got } from '../../api/use-api.tsx';

export type Parameter = Got<'parameter.list'>['items'][number];
export type ParameterDetail = Got<'parameter.get'>;
/** What was once proposed for it. */
export type Past = ParameterDetail['history'][number];

/** What belongs together, by the first part of a parameter's name. */
const topics = {
  standards: ['standard', 'std', 'consumption', 'minimumWage', 'season', 'uplift', 'single', 'price', 'tier'],
  people: ['tekun', 'child', 'dis', 'severe', 'edge', 'hhs', 'mem', 'age', 'care', 'group', 'quota'],
  means: [
    'house',
    'veh',
    'biz',
    'fin',
    'fund',
    'tax',
    'emp',
    'fiscal',
    'pen',
    'pension',
    'med',
    'deduct',
    'gap',
    'split',
  ],
  exits: ['death', 'stop', 'inmate', 'reentry', 'reject', 'fraud', 'div', 'phaseOut'],
  money: ['pay', 'acct', 'dup', 'flat', 'temp', 'refund', 'recovery', 'rot'],
  proxies: ['proxy', 'phone'],
  kin: ['kin', 'omi'],
  identity: ['id', 'idq', 'name', 'flood'],
  time: [
    'clock',
    'notice',
    'publicNotice',
    'objection',
    'decision',
    'lead',
    'task',
    'verification',
    'inspection',
  ],
  work: ['referral', 'hazard', 'policyItem', 'sample'],
  server: ['account', 'retention'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Topic = keyof typeof topics | 'other';

export const topicOrder: readonly Topic[] = [...(Object.keys(topics) as Topic[]), 'other'];

/** Which heading a parameter stands under. */
export function topicOf(name: string): Topic {
  const first = name.split('.')[0] ?? '';
  for (const topic of Object.keys(topics) as (keyof typeof topics)[])
    if ((topics[topic] as readonly string[]).includes(first)) return topic;
  return 'other';
}

/** What the address of the list says. */
export interface ParameterSearch {
  readonly q?: string;
  readonly topic?: Topic;
  /** unknown: 未核标准 · waiting: a proposal waits · local: set by an office here */
  readonly only?: 'unknown' | 'waiting' | 'local';
}

/** Reads an address; what is no filter is dropped. */
export function readParameterSearch(search: Readonly<Record<string, unknown>>): ParameterSearch {
  const { q, topic, only } = search;
  const known = topicOrder.find((one) => one === topic);
  const kind = (['unknown', 'waiting', 'local'] as const).find((one) => one === only);
  return {
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 40) } : {}),
    ...(known === undefined ? {} : { topic: known }),
    ...(kind === undefined ? {} : { only: kind }),
  };
}

/** The parameters that a search leaves, by topic: unknown local numbers first within each, since they hold rules back. */
export function groupParameters(
  all: readonly Parameter[],
  search: ParameterSearch,
): { readonly topic: Topic; readonly parameters: readonly Parameter[] }[] {
  const left = all.filter((one) => fits(one, search));
  return topicOrder
    .map((topic) => ({
      topic,
      parameters: left.filter(({ name }) => topicOf(name) === topic).sort((a, b) => rankOf(b) - rankOf(a)),
    }))
    .filter(({ parameters }) => parameters.length > 0);
}

const rankOf = ({ isUnknown, rules }: Parameter): number => (isUnknown ? (rules.length > 0 ? 2 : 1) : 0);

function fits(one: Parameter, { q, topic, only }: ParameterSearch): boolean {
  const words = `${one.name} ${one.title.zh} ${one.title.en}`.toLowerCase();
  const isOnly = {
    unknown: one.isUnknown,
    waiting: one.waiting > 0,
    local: one.now?.isLocal === true,
  };
  return (
    (q === undefined || words.includes(q.trim().toLowerCase())) &&
    (topic === undefined || topicOf(one.name) === topic) &&
    (only === undefined || isOnly[only])
  );
}
