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

/** Address of the cases behind a number: its line, and the town. Neither says anything about anybody. */
export function readCasesSearch(search: Readonly<Record<string, unknown>>): { line: string; town?: string } {
  const { line, town } = search;
  // A town's code looks like a number to the address bar.
  const code = typeof town === 'number' || typeof town === 'string' ? String(town) : '';
  return {
    line: typeof line === 'string' && /^[a-zA-Z.:/]{2,60}$/.test(line) ? line : 'leads',
    ...(/^\d{9}$/.test(code) ? { town: code } : {}),
  };
}
