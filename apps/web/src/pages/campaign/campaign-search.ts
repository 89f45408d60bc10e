/** Views of a campaign. */
export const campaignTabs = [
  'plan',
  'problemList',
  'taskList',
  'responsibilityList',
  'times',
  'lookBack',
] as const;
export type CampaignTab = (typeof campaignTabs)[number];

/** Address of a campaign: which of its views. */
export function readTabSearch(search: Readonly<Record<string, unknown>>): { tab?: CampaignTab } {
  const tab = campaignTabs.find((one) => one === search['tab']);
  return tab === undefined ? {} : { tab };
}

/** Address of the cases behind a number: its line, and the division. None says anything about anybody. */
export function readCasesSearch(search: Readonly<Record<string, unknown>>): {
  line: string;
  town?: string;
  county?: string;
} {
  const { line, town, county } = search;
  const ofTown = codeOf(town, /^\d{4}(\d{2}(\d{3})?)?$/);
  const ofCounty = codeOf(county, /^\d{6}$/);
  return {
    line: typeof line === 'string' && /^[a-zA-Z.:/]{2,60}$/.test(line) ? line : 'leads',
    ...(ofTown === null ? {} : { town: ofTown }),
    ...(ofCounty === null ? {} : { county: ofCounty }),
  };
}

/** A division's code looks like a number to the address bar. */
function codeOf(value: unknown, shape: RegExp): string | null {
  const code = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return shape.test(code) ? code : null;
}
