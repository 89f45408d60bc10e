/** Which of the matters a list shows. */
export const shows = ['open', 'mine', 'mineOverdue', 'overdue', 'remind', 'escalated', 'ended'] as const;
export type Show = (typeof shows)[number];

/** What the address of the list carries: codes only, never whom a matter is about. */
export interface ListSearch {
  /** Ids of workflows, several joined by commas. */
  readonly workflow?: string;
  /** States, several joined by commas. */
  readonly state?: string;
  readonly kind?: string;
  readonly town?: string;
  readonly dueBy?: string;
  readonly show?: Show;
  /** Only those of the campaign chosen in the header. */
  readonly campaign?: 'this';
}

const shapes: Readonly<Record<Exclude<keyof ListSearch, 'show' | 'campaign'>, RegExp>> = {
  workflow: /^[a-zA-Z]{1,40}(,[a-zA-Z]{1,40}){0,14}$/,
  state: /^[a-zA-Z]{1,40}(,[a-zA-Z]{1,40}){0,14}$/,
  kind: /^[\w-]{1,40}$/,
  town: /^\d{2,12}$/,
  dueBy: /^\d{4}-\d{2}-\d{2}$/,
};

/** Keeps what the list knows and drops everything else. A code of digits only may come as a number. */
export function readListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  const kept: Record<string, string> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const said = search[name];
    const text = typeof said === 'number' ? String(said) : said;
    if (typeof text === 'string' && shape.test(text)) kept[name] = text;
  }
  const show = shows.find((one) => one === search['show']);
  return {
    ...kept,
    ...(show === undefined || show === 'open' ? {} : { show }),
    ...(search['campaign'] === 'this' ? { campaign: 'this' as const } : {}),
  };
}

const showTokens: Readonly<Record<Show, readonly string[]>> = {
  open: [],
  mine: ['assigned:me'],
  mineOverdue: ['assigned:me', 'overdue:yes'],
  overdue: ['overdue:yes'],
  remind: ['remind:yes'],
  escalated: ['escalated:me'],
  ended: ['ended:yes'],
};

/** Filter of `matter.list` and `matter.count`. @param campaignId of the header, or null */
export function filterOf(search: ListSearch, campaignId: string | null): string[] {
  const several = (name: string, value: string | undefined): string[] =>
    (value ?? '').split(',').flatMap((one) => (one === '' ? [] : [`${name}:${one}`]));
  return [
    ...several('workflow', search.workflow),
    ...several('state', search.state),
    ...several('kind', search.kind),
    ...several('town', search.town),
    ...several('due-by', search.dueBy),
    ...showTokens[search.show ?? 'open'],
    ...(campaignId === null || search.campaign !== 'this' ? [] : [`campaign:${campaignId}`]),
  ];
}
