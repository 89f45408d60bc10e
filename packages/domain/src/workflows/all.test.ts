import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { roles } from '../people/role.ts';
import { isWorkflowId, workflowIds, workflows } from './all.ts';
import { evidenceKinds } from './evidence.ts';
import type { Fields } from './field.ts';
import type { Action, Clock, Condition, Opening, Prerequisite, Workflow } from './workflow.ts';

const all: readonly Workflow[] = Object.values(workflows);
const byId = workflows as Readonly<Record<string, Workflow>>;
const actionsOf = (workflow: Workflow): [string, Action][] => Object.entries(workflow.actions);

/** Units of the parameters in policy/parameters, by name. */
const units = new Map(
  readdirSync(fileURLToPath(new URL('../../../../policy/parameters', import.meta.url)), {
    ...{ withFileTypes: true, recursive: true },
  })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yml'))
    .map((entry) => {
      const text = readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8');
      return [/^name: (.+)$/m.exec(text)?.[1] ?? '', /^unit: (.+)$/m.exec(text)?.[1] ?? ''] as const;
    }),
);

/** Everything a matter may know: asked at the opening, set by whoever opens it, or asked by a step. */
function factsKnown(workflow: Workflow): Fields {
  const asked = actionsOf(workflow).map(([, action]) => action.asks ?? {});
  return Object.assign({}, ...asked, workflow.opening.asks) as Fields;
}

function valuesOf(workflow: Workflow, fact: string): readonly string[] | null {
  const asks = [workflow.opening.asks, ...actionsOf(workflow).map(([, action]) => action.asks ?? {})];
  const fields = asks.flatMap((ask) => ask[fact] ?? []);
  return fields.every((field) => field.kind === 'choice')
    ? fields.flatMap((field) => (field.kind === 'choice' ? Object.keys(field.choices) : []))
    : null;
}

/** Facts that the records state (see the comment of the workflow) and nobody is asked for. */
const ofRecords: Readonly<Record<string, readonly string[]>> = {
  campaign: [
    ...['dataLoaded', 'seriousUnvisited', 'sampleShareMet', 'selfCheckOverdue'],
    ...['inspectionsOpen', 'countsReconcile', 'openItemsCarried'],
  ],
  hazard: ['isRelapse'],
  inspection: ['sampleOpen'],
  proxyAgreement: ['officialProxyAllowed'],
};

/** A condition that no fact can meet is a door that never opens. */
function faultsOfCondition(workflow: Workflow, { fact, in: values }: Condition): string[] {
  const field = factsKnown(workflow)[fact];
  if (field === undefined) return ofRecords[workflow.id]?.includes(fact) ? [] : ['nobody states it'];
  const known = field.kind === 'yesno' ? ['true', 'false'] : valuesOf(workflow, fact);
  return known === null ? [] : values.filter((value) => !known.includes(value));
}

const conditions = (action: Action): readonly Condition[] => [
  ...(action.when ?? []),
  ...(action.delegated === undefined ? [] : [action.delegated.when]),
  ...(action.opens ?? []).flatMap((opening) => opening.when ?? []),
  ...(action.after ?? []).flatMap((rule) => [rule.when ?? []].flat()),
];

function faultsOfPrerequisite(rule: Prerequisite): string[] {
  const other = byId[rule.workflow];
  if (other === undefined) return [`no workflow ${rule.workflow}`];
  const kinds = valuesOf(other, 'kind');
  return [
    ...rule.states.filter((state) => other.states[state] === undefined),
    ...(rule.kind ?? []).filter((kind) => kinds !== null && !kinds.includes(kind)),
  ];
}

function unknownNames(workflow: Workflow): string[] {
  const states = (names: readonly string[]): string[] =>
    names.filter((n) => workflow.states[n] === undefined);
  const actions = (names: readonly string[], of: Workflow | undefined = workflow): string[] =>
    names.filter((n) => of?.actions[n] === undefined);
  return [
    ...states([workflow.start]),
    ...actions(workflow.barring?.actions ?? []),
    ...actionsOf(workflow).flatMap(([, action]) => [
      ...states([...action.from, action.to]),
      ...actions([...(action.apart ?? []), ...(action.above ?? [])]),
      ...(action.after ?? []).flatMap((rule) => actions(rule.since ?? [])),
      ...(action.apartFrom ?? []).flatMap((other) => actions(other.actions, byId[other.workflow])),
      ...[...action.by, ...(action.delegated?.to ?? [])].filter(
        (r) => r !== 'clock' && !Object.hasOwn(roles, r),
      ),
      ...(action.needs ?? []).filter((kind) => !Object.hasOwn(evidenceKinds, kind)),
    ]),
  ];
}

function faultsOfOpening(workflow: Workflow, opening: Opening): string[] {
  const { workflow: other, kind, facts = {}, sets = {}, carries = [] } = opening;
  const opened = byId[other];
  if (opened === undefined) return [`no workflow ${other}`];
  const kinds = valuesOf(opened, 'kind');
  const given = [...Object.keys(facts), ...Object.keys(sets), ...(kind === undefined ? [] : ['kind'])];
  const must = Object.entries(opened.opening.asks).filter(([, f]) => !f.optional && f.stated === undefined);
  const here = factsKnown(workflow);
  return [
    ...(kind === undefined || kinds === null || kinds.includes(kind) ? [] : [`${other} has no kind ${kind}`]),
    ...must.flatMap(([fact]) => (given.includes(fact) ? [] : [`${other} must be given ${fact}`])),
    ...given.flatMap((fact) => (fact in opened.opening.asks ? [] : [`${other} does not take ${fact}`])),
    ...Object.values(facts).flatMap((fact) => (fact in here ? [] : [`no fact ${fact} to hand over`])),
    ...carries.flatMap((id) => (isWorkflowId(id) ? [] : [`no workflow ${id} to carry`])),
  ];
}

function faultsOfClock(workflow: Workflow, clock: Clock): string[] {
  const states = [...clock.runsIn, ...(clock.pausedIn ?? [])];
  return [
    ...states.filter((state) => workflow.states[state] === undefined),
    ...states.filter((state, i) => states.indexOf(state) !== i),
    ...(clock.then === 'escalate' ? [] : faultsOfEnd(workflow.actions[clock.then], clock)),
    ...(clock.extendedBy === undefined || clock.extendedBy in workflow.actions ? [] : ['no such extension']),
    ...faultsOfLimit(workflow, clock.limit),
  ];
}

/** The clock can give neither documents nor facts nor reasons, and must be able to act wherever it runs. */
function faultsOfEnd(action: Action | undefined, { then, runsIn }: Clock): string[] {
  if (action === undefined) return [`no action ${then}`];
  const { by, from, asks = {}, needs = [], reasoned } = action;
  return [
    ...(by.includes('clock') ? [] : [`${then} is not the clock's`]),
    ...runsIn.filter((state) => !from.includes(state)).map((state) => `${then} not from ${state}`),
    ...Object.entries(asks).flatMap(([name, { optional }]) => (optional ? [] : [`${then} asks for ${name}`])),
    ...needs,
    ...(reasoned ? [`${then} wants a reason`] : []),
  ];
}

function faultsOfLimit(workflow: Workflow, limit: Clock['limit']): string[] {
  if ('fact' in limit)
    return factsKnown(workflow)[limit.fact]?.kind === 'on' ? [] : [`${limit.fact} is no date`];
  const time = /^(workingDays|days|hours|months|years)$/;
  const parameters = 'parameter' in limit ? [limit.parameter] : Object.values(limit.parameters);
  const values = 'by' in limit ? (valuesOf(workflow, limit.by) ?? ['true', 'false']) : [];
  return [
    ...parameters.filter((parameter) => !time.test(units.get(parameter) ?? '')),
    ...('by' in limit ? Object.keys(limit.parameters).filter((value) => !values.includes(value)) : []),
  ];
}

it('are fifteen, each under its own id', () => {
  expect(Object.keys(workflows)).toEqual([...workflowIds]);
  expect(workflowIds).toHaveLength(15);
  for (const [id, workflow] of Object.entries(workflows)) expect(workflow.id).toBe(id);
  expect(isWorkflowId('lead')).toBe(true);
  expect(isWorkflowId('toString')).toBe(false);
});

describe.each(all.map((workflow) => [workflow.id, workflow] as const))('%s', (_, workflow) => {
  const reached = new Set([workflow.start]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const [, { from, to }] of actionsOf(workflow)) if (from.some((s) => reached.has(s))) reached.add(to);
  }

  it('reaches every state, and leaves every state that is not an end', () => {
    expect(Object.keys(workflow.states).filter((state) => !reached.has(state))).toEqual([]);
    const stuck = Object.entries(workflow.states).filter(
      ([name, { end }]) =>
        !end && !actionsOf(workflow).some(([, a]) => a.from.includes(name) && a.to !== name),
    );
    expect(stuck.map(([name]) => name)).toEqual([]);
  });

  it('can come to an end from everywhere', () => {
    const ends = new Set(Object.keys(workflow.states).filter((name) => workflow.states[name]?.end));
    for (let before = -1; before !== ends.size; ) {
      before = ends.size;
      for (const [, { from, to }] of actionsOf(workflow)) if (ends.has(to)) for (const s of from) ends.add(s);
    }
    expect(Object.keys(workflow.states).filter((name) => !ends.has(name))).toEqual([]);
  });

  it('names only states, actions, roles and documents that exist', () => {
    expect(unknownNames(workflow)).toEqual([]);
  });

  it('asks for what can be: prerequisites and conditions that some matter meets', () => {
    const faults = actionsOf(workflow).flatMap(([name, action]) => [
      ...(action.after ?? []).flatMap((rule) => faultsOfPrerequisite(rule).map((f) => `${name}: ${f}`)),
      ...conditions(action).flatMap((c) =>
        faultsOfCondition(workflow, c).map((f) => `${name} ${c.fact}: ${f}`),
      ),
    ]);
    expect(faults).toEqual([]);
    expect((workflow.barring?.when ?? []).flatMap((c) => faultsOfCondition(workflow, c))).toEqual([]);
  });

  it('opens matters that exist, and hands over all they must be opened with', () => {
    const faults = actionsOf(workflow).flatMap(([name, action]) =>
      (action.opens ?? []).flatMap((opening) =>
        faultsOfOpening(workflow, opening).map((f) => `${name}: ${f}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('states by policy only what policy has', () => {
    const stated = Object.values(workflow.opening.asks).flatMap(({ stated }) =>
      typeof stated === 'object' ? stated.parameter : [],
    );
    expect(stated.filter((parameter) => !units.has(parameter))).toEqual([]);
  });

  it('has clocks with a limit in policy that end in an action of the clock, or tell the level above', () => {
    const faults = Object.entries(workflow.clocks).flatMap(([name, clock]) =>
      faultsOfClock(workflow, clock).map((fault) => `${name}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('leaves no action to the clock alone that no clock takes', () => {
    const taken = Object.values(workflow.clocks).map((clock) => clock.then);
    const idle = actionsOf(workflow).filter(
      ([name, { by }]) => by.every((r) => r === 'clock') && !taken.includes(name),
    );
    expect(idle.map(([name]) => name)).toEqual([]);
  });
});

it('every kind of document is asked for somewhere', () => {
  const asked = new Set(
    all.flatMap((workflow) => actionsOf(workflow).flatMap(([, { needs = [] }]) => needs)),
  );
  expect(Object.keys(evidenceKinds).filter((kind) => !asked.has(kind as keyof typeof evidenceKinds))).toEqual(
    [],
  );
});
