import type { campaign } from '@yangguang/contract/campaign';
import { CampaignSettings } from '@yangguang/contract/campaign-parts';
import type { Output } from '@yangguang/contract/operation';
import type { CampaignRow } from '@yangguang/store/campaign/campaign-row';

type Line = Output<typeof campaign.list>['items'][number];

/** A row as the wire carries it; the days are those of the journal, with all extensions. */
export function campaignLine(row: CampaignRow): Line {
  return {
    id: row.id,
    matterId: row.matter_id,
    template: row.template,
    title: row.title,
    documentNo: dayOrText(row.facts['documentNo']) ?? row.document_no,
    region: row.region,
    state: row.state,
    version: row.version,
    fromOn: row.from_on,
    endOn: dayOrText(row.facts['endOn']) ?? row.to_on,
  };
}

/** What the campaign took over from its template; what an older version did not know is empty. */
export function settingsOf(row: CampaignRow): CampaignSettings {
  const read = CampaignSettings.safeParse(row.settings);
  return read.success ? read.data : CampaignSettings.parse({});
}

const endFacts = {
  mobilising: 'mobilisingUntilOn',
  selfCheck: 'selfCheckUntilOn',
  inspecting: 'inspectingUntilOn',
  summarising: 'endOn',
} as const;

type PhaseState = keyof typeof endFacts;

export function isPhase(state: string): state is PhaseState {
  return Object.hasOwn(endFacts, state);
}

/** The last day of a phase as the journal has it. */
export function phaseEnd(row: CampaignRow, state: PhaseState): string | null {
  return dayOrText(row.facts[endFacts[state]]);
}

/** Phases with their last days as extended: the last phase of a state ends when the state does. */
export function phasesNow(row: CampaignRow, { phases }: CampaignSettings): CampaignSettings['phases'] {
  return phases.map((phase) => {
    const others = phases.filter((one) => one.state === phase.state);
    const isLast = others.every((one) => one.untilOn <= phase.untilOn);
    const end = phaseEnd(row, phase.state);
    return isLast && end !== null && end > phase.untilOn ? { ...phase, untilOn: end } : phase;
  });
}

function dayOrText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
