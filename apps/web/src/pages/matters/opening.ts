import type { Role } from '@yangguang/domain/people/role';
import type { Programme } from '@yangguang/domain/people/scope';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Sent } from '../../api/use-api.tsx';
import { readTyped, type TypedFacts } from '../matter/action-form.ts';
import { listedWorkflows } from './columns.ts';

/** What is being opened, as typed: kept until it was sent. */
export interface OpeningDraft {
  readonly householdId: string;
  /** Shown while the form is open, as the server masks it. */
  readonly householdName: string;
  readonly isAboutHousehold: boolean;
  readonly region: string;
  readonly title: string;
  readonly programme: string;
  readonly typed: TypedFacts;
  readonly reason: string;
  readonly matterId: string;
  readonly stepId: string;
}

/** A household or person may be on record; everything else is known by place and title. */
export function mayBeAboutHousehold(workflow: Pick<Workflow, 'subject'>): boolean {
  return workflow.subject === 'household' || workflow.subject === 'person';
}

/** Only what is about a household must name one: a petition may come from anybody. */
export function mustBeAboutHousehold(workflow: Pick<Workflow, 'subject'>): boolean {
  return workflow.subject === 'household';
}

/** Workflows that one of the roles opens; leads are found, not opened by hand here. */
export function openableBy(
  workflows: Readonly<Record<string, Workflow>>,
  roles: readonly Role[],
): readonly string[] {
  return listedWorkflows.filter(
    (id) =>
      id !== 'lead' && workflows[id]?.opening.by.some((role) => role !== 'clock' && roles.includes(role)),
  );
}

/** What keeps the form from being sent, beside the facts. */
export interface OpeningFaults {
  readonly household: boolean;
  readonly region: boolean;
  readonly title: boolean;
}

/** True when the workflow itself asks for the programme: then it is asked once. */
export function asksProgramme(workflow: Pick<Workflow, 'opening'>): boolean {
  return Object.hasOwn(workflow.opening.asks, 'programme');
}

function programmeOf(workflow: Workflow, draft: OpeningDraft): Programme | '' {
  const said = asksProgramme(workflow) ? draft.typed['programme'] : draft.programme;
  // A household's matter is of one of its programmes: none is no answer.
  return typeof said !== 'string' || (said === 'none' && draft.isAboutHousehold)
    ? ''
    : (said as Programme | '');
}

export function openingFaults(draft: OpeningDraft): OpeningFaults {
  const { isAboutHousehold } = draft;
  return {
    household: isAboutHousehold && draft.householdId === '',
    region: !isAboutHousehold && draft.region.length < 6,
    title: !isAboutHousehold && draft.title.trim() === '',
  };
}

/** What is sent for `matter.open`: a household's place, programme and name are its own. */
export function openInput(
  workflow: Workflow,
  draft: OpeningDraft,
  campaignId: string | null,
): Sent<'matter.open'> {
  const { facts } = readTyped(workflow.opening.asks, draft.typed);
  const reason = draft.reason.trim();
  const programme = programmeOf(workflow, draft);
  return {
    ...{ stepId: draft.stepId, matterId: draft.matterId },
    workflow: workflow.id as Sent<'matter.open'>['workflow'],
    ...(draft.isAboutHousehold
      ? { householdId: draft.householdId }
      : { region: draft.region, title: draft.title.trim() }),
    ...(programme === '' ? {} : { programme }),
    ...(campaignId === null ? {} : { campaignId }),
    facts: facts as NonNullable<Sent<'matter.open'>['facts']>,
    reason: reason === '' ? null : reason,
  };
}
