import type { Sent } from '../../api/use-api.tsx';

export const phaseStates = ['mobilising', 'selfCheck', 'inspecting', 'summarising'] as const;
export const taskUnits = ['city', 'county', 'town', 'village', 'institution', 'finance', 'bank'] as const;
export const duties = ['leader', 'deputy', 'member', 'office'] as const;
export const cadences = ['week', 'fortnight', 'month', 'quarter'] as const;

type Programmes = Sent<'campaign.createByHand'>['plan']['programmes'];

/** What is typed to create a campaign. */
export interface CampaignDraft {
  readonly stepId: string;
  readonly campaignId: string;
  readonly mode: 'template' | 'hand';
  readonly region: string;
  readonly title: string;
  readonly documentNo: string;
  readonly template: string;
  readonly year: string;
  readonly group: readonly {
    readonly duty: (typeof duties)[number];
    readonly name: string;
    readonly post: string;
  }[];
  readonly issuer: string;
  readonly programmes: Programmes;
  readonly phases: readonly {
    readonly zh: string;
    readonly state: (typeof phaseStates)[number];
    readonly fromOn: string;
    readonly untilOn: string;
  }[];
  readonly tasks: readonly {
    readonly zh: string;
    readonly unit: (typeof taskUnits)[number];
    readonly phase: number;
    readonly dueOn: string;
  }[];
  readonly sampleShare: string;
  readonly ledgerEvery: '' | (typeof cadences)[number];
}

export type FaultText =
  | 'needTemplate'
  | 'needYear'
  | 'needRegion'
  | 'needTitle'
  | 'needGroup'
  | 'needIssuer'
  | 'needProgrammes'
  | 'needPhases'
  | 'needTasks'
  | 'needShare';

const day = /^\d{4}-\d\d-\d\d$/;

/** What is missing, with the id of the field to go to. */
export function draftFaults(draft: CampaignDraft): { id: string; text: FaultText }[] {
  const checks: readonly (readonly [boolean, string, FaultText])[] = [
    [draft.region.length >= 2, 'new-region', 'needRegion'],
    ...(draft.mode === 'template' ? templateChecks(draft) : handChecks(draft)),
    [
      draft.group.every(({ name, post }) => name.trim() !== '' && post.trim() !== ''),
      'new-group',
      'needGroup',
    ],
  ];
  return checks.flatMap(([isSound, id, text]) => (isSound ? [] : [{ id, text }]));
}

type Check = readonly [boolean, string, FaultText];

function templateChecks({ template, year }: CampaignDraft): Check[] {
  const n = /^\d{4}$/.test(year) ? Number(year) : 0;
  return [
    [template !== '', 'new-template', 'needTemplate'],
    [n >= 2000 && n <= 2100, 'new-year', 'needYear'],
  ];
}

function handChecks({ title, issuer, programmes, phases, tasks, sampleShare }: CampaignDraft): Check[] {
  const share = sampleShare.trim();
  return [
    [title.trim().length >= 2, 'new-title', 'needTitle'],
    [issuer.trim().length >= 2, 'new-issuer', 'needIssuer'],
    [programmes.length > 0, 'new-programmes', 'needProgrammes'],
    [areInOrder(phases), 'new-phases', 'needPhases'],
    [tasks.every(({ zh }) => zh.trim().length >= 2), 'new-tasks', 'needTasks'],
    [
      share === '' || (/^\d{1,3}$/.test(share) && Number(share) >= 1 && Number(share) <= 100),
      'new-share',
      'needShare',
    ],
  ];
}

/** Phases are named, dated, and follow the order of the workflow. */
function areInOrder(phases: CampaignDraft['phases']): boolean {
  return (
    phases.length > 0 &&
    phases.every(({ zh, state, fromOn, untilOn }, i) => {
      const before = phases[i - 1];
      const follows = before === undefined || phaseStates.indexOf(before.state) <= phaseStates.indexOf(state);
      return zh.trim().length >= 2 && day.test(fromOn) && day.test(untilOn) && untilOn >= fromOn && follows;
    })
  );
}

type Plan = Sent<'campaign.createByHand'>['plan'];

/** The plan as the server takes it. */
export function planOf(draft: CampaignDraft): Plan {
  const share = draft.sampleShare.trim();
  return {
    issuer: draft.issuer.trim(),
    programmes: draft.programmes,
    phases: draft.phases.map((phase) => ({ ...phase, zh: phase.zh.trim() })),
    tasks: draft.tasks.map(({ zh, unit, phase, dueOn }) => ({
      ...{ zh: zh.trim(), unit, phase: Math.min(phase, Math.max(0, draft.phases.length - 1)) },
      ...(dueOn === '' ? {} : { dueOn }),
    })),
    sampleShare: share === '' ? null : Number(share) / 100,
    ledgerEvery: draft.ledgerEvery === '' ? null : draft.ledgerEvery,
  };
}

/** What the preview is asked with. */
export function previewInput(draft: CampaignDraft): Sent<'campaign.preview'> {
  const { region, mode, template, year } = draft;
  return {
    region,
    of: mode === 'template' ? { template, year: Number(year) } : { plan: planOf(draft) },
  };
}

/** What both ways of creating share. */
export function commonInput(draft: CampaignDraft) {
  const { stepId, campaignId, region, documentNo, group } = draft;
  return {
    ...{ stepId, campaignId, region },
    ...(documentNo.trim() === '' ? {} : { documentNo: documentNo.trim() }),
    leadingGroup: group.map(({ duty, name, post }) => ({ duty, name: name.trim(), post: post.trim() })),
  };
}

/** Part of the form: the draft, how to change it, and what is wrong with a field. */
export interface DraftProps {
  readonly draft: CampaignDraft;
  readonly change: (part: Partial<CampaignDraft>) => void;
  readonly fault: (id: string) => string | null;
}
