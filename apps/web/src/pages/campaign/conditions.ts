/** What a campaign's next phase waits for, as the records have it. */
export interface Condition {
  readonly name: ConditionName;
  readonly isMet: boolean;
  /** How many are missing, where that is counted. */
  readonly missing: number | null;
}

export const conditionNames = [
  'dataLoaded',
  'seriousUnvisited',
  'sampleShareMet',
  'inspectionsOpen',
  'countsReconcile',
  'openItemsCarried',
] as const;
export type ConditionName = (typeof conditionNames)[number];

/** Which conditions matter in a phase: those of the step that leads out of it. */
const byState: Readonly<Record<string, readonly ConditionName[]>> = {
  draft: ['dataLoaded'],
  issued: ['dataLoaded'],
  mobilising: ['dataLoaded'],
  selfCheck: ['seriousUnvisited', 'sampleShareMet'],
  inspecting: ['inspectionsOpen'],
  summarising: ['countsReconcile', 'openItemsCarried'],
};

/** Conditions of the present phase from the guards of campaign.get. */
export function conditionsOf(state: string, guards: Readonly<Record<string, string>>): Condition[] {
  return (byState[state] ?? []).flatMap((name) => {
    const value = guards[name];
    if (value === undefined) return [];
    const isCounted = name === 'seriousUnvisited' || name === 'inspectionsOpen';
    return [
      isCounted
        ? { name, isMet: value === '0', missing: Number(value) }
        : { name, isMet: value === 'true', missing: null },
    ];
  });
}
