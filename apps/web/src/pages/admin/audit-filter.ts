/** What the address of the audit may carry: ids, codes and days, never a name or number. */
export interface AuditSearch {
  readonly kind?: string;
  readonly outcome?: string;
  readonly account?: string;
  readonly matter?: string;
  readonly from?: string;
  readonly to?: string;
}

export const readKinds = [
  'person',
  'list',
  'search',
  'export',
  'print',
  'act',
  'refusal',
  'signIn',
  'verify',
  'backup',
] as const;

const shapes: Readonly<Record<keyof AuditSearch, RegExp>> = {
  kind: new RegExp(`^(?:${readKinds.join('|')})$`),
  outcome: /^(?:given|refused)$/,
  account: /^[0-9a-f-]{36}$/,
  matter: /^[0-9a-f-]{36}$/,
  from: /^(?:19|20|21)\d\d-\d\d-\d\d$/,
  to: /^(?:19|20|21)\d\d-\d\d-\d\d$/,
};

/** The address as far as it can be understood. */
export function auditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  return Object.fromEntries(
    Object.entries(shapes).flatMap(([name, shape]) => {
      const value = search[name];
      return typeof value === 'string' && shape.test(value) ? [[name, value]] : [];
    }),
  );
}

/** Words of the filter. The last day counts, so the server is given the day after it. */
export function filterOf({ to, ...rest }: AuditSearch): string[] {
  const words = Object.entries(rest).map(([name, value]) => `${name}:${String(value)}`);
  return to === undefined ? words : [...words, `to:${dayAfter(to)}`];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** What a line is about, without what has a column or link of its own: names and values, the longest cut. */
export function subjectParts(
  subject: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly value: string }[] {
  return Object.entries(subject)
    .filter(([name]) => !['household', 'matter', 'place', 'findings'].includes(name))
    .map(([name, value]) => ({ name, value: shortly(value) }))
    .filter(({ value }) => value !== '');
}

function shortly(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (Array.isArray(value)) return value.length > 3 ? `${value.length}` : value.map(shortly).join(', ');
  if (typeof value === 'object')
    return Object.keys(value).length === 0 ? '' : cut(JSON.stringify(value), 120);
  return cut(typeof value === 'string' ? value : JSON.stringify(value), 60);
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, 24)}…` : text;
}
