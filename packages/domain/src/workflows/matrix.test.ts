import { describe, expect, it } from 'vitest';
import { type Actor, roles } from '../people/role.ts';
import { workflows } from './all.ts';
import { evidenceKinds } from './evidence.ts';
import type { Facts, FactValue } from './field.ts';
import { badValues, goodValue } from './field-samples.ts';
import { type Attempt, type Circumstances, findRefusal, type LinkedMatter } from './refusal.ts';
import type { Action, Condition, Prerequisite, Step, Workflow } from './workflow.ts';

/**
 * The whole matrix: workflow × state × action × actor × what is brought along. What the answer must be is read off the
 * declaration here a second time, in the plainest way, and compared with what the gate says.
 */
const actors = [...Object.keys(roles), 'clock'] as Actor[];
const everyDocument = Object.keys(evidenceKinds) as (keyof typeof evidenceKinds)[];
const long = {
  early: '2026-01-01T00:00:00+08:00',
  middle: '2026-02-01T00:00:00+08:00',
  late: '2026-03-01T00:00:00+08:00',
};

interface Situation {
  readonly label: string;
  readonly state: string;
  readonly steps: readonly Step[];
  readonly attempt: Attempt;
  readonly now: Circumstances;
  /** The facts brought along are not what the step asks for. */
  readonly faulty?: boolean;
}

// ── the second reading ──────────────────────────────────────────────────────

const meets = (facts: Facts, { fact, in: values }: Condition): boolean =>
  facts[fact] !== undefined &&
  !Array.isArray(facts[fact]) &&
  values.some((value) => value === `${facts[fact] as string}`);

function expected(workflow: Workflow, situation: Situation): string | null {
  const { state, steps, attempt, now, faulty } = situation;
  const action = workflow.actions[attempt.action] as Action;
  const reasons: readonly (readonly [string, boolean])[] = [
    ['WF-101', !action.from.includes(state)],
    ['WF-102', !mayTake(action, attempt.role, now.facts)],
    ...keptOut(workflow, action, situation),
    ['WF-110', attempt.role !== 'clock' && !isHigher(action.above ?? [], steps, attempt.area)],
    ['WF-108', (action.when ?? []).some((c) => !meets(now.facts, c))],
    ['WF-107', (action.after ?? []).some((rule) => !isThere(rule, steps, now))],
    ['WF-106', faulty === true],
    ['WF-109', action.reasoned === true && (attempt.reason === null || attempt.reason.trim() === '')],
    ['WF-104', (action.needs ?? []).some((kind) => !attempt.evidence.includes(kind))],
  ];
  return reasons.find(([, holds]) => holds)?.[0] ?? null;
}

function keptOut(workflow: Workflow, action: Action, { steps, attempt, now }: Situation) {
  const involved = [attempt.by, ...namedIn(action, attempt.facts)].filter((id) => id !== 'clock');
  const has = (people: Iterable<string>): boolean => [...people].some((id) => involved.includes(id));
  const { barring = { actions: [attempt.action], when: [] } } = workflow;
  const isStrict = workflow.barring === undefined || barring.when.some((c) => meets(now.facts, c));
  const inThis = steps.filter((step) => action.apart?.includes(step.action));
  const inOthers = (action.apartFrom ?? []).flatMap(({ workflow: id, actions }) =>
    now.links
      .filter((l) => l.workflow === id)
      .flatMap((l) => l.took.filter((t) => actions.includes(t.action))),
  );
  return [
    ['WF-105', workflow.recuseKin && has(now.kin)],
    ['WF-103', isStrict && barring.actions.includes(attempt.action) && has(now.barred)],
    ['WF-103', inThis.some((step) => has(peopleOf(workflow, step)))],
    ['WF-103', inOthers.some(({ people: took }) => has(took))],
  ] as const;
}

function mayTake({ by, delegated }: Action, role: Actor, facts: Facts): boolean {
  return (
    by.includes(role) || (delegated?.to.some((r) => r === role && meets(facts, delegated.when)) ?? false)
  );
}

function isHigher(below: readonly string[], steps: readonly Step[], area: string): boolean {
  const last = [...steps].reverse().find((step) => below.includes(step.action));
  return last === undefined || (last.area.length > area.length && last.area.startsWith(area));
}

function isThere(rule: Prerequisite, steps: readonly Step[], { links, facts }: Circumstances): boolean {
  const when = rule.when === undefined ? [] : [rule.when].flat();
  if (when.some((c) => !meets(facts, c))) return true;
  const fresh = [...steps].reverse().find((step) => rule.since?.includes(step.action))?.at ?? '';
  return links.some((link) => {
    if (link.workflow !== rule.workflow || !rule.states.includes(link.state)) return false;
    if (rule.kind && !rule.kind.includes(`${link.kind}`)) return false;
    if (rule.tie === 'opened' && link.tie !== 'opened') return false;
    if (rule.tie === 'same' && link.tie === 'other') return false;
    return link.openedAt >= fresh;
  });
}

const namedIn = (action: Action | undefined, facts: Facts): string[] =>
  Object.entries(action?.asks ?? {}).flatMap(([name, { kind }]) =>
    kind === 'accounts' && Array.isArray(facts[name]) ? (facts[name] as string[]) : [],
  );
const peopleOf = (workflow: Workflow, step: Step): string[] => [
  step.by,
  ...namedIn(workflow.actions[step.action], step.facts),
];

// ── what is tried ───────────────────────────────────────────────────────────

const stepBy = (action: string, by: string, area: string, facts: Facts = {}): Step => ({
  ...{ action, by, role: 'villageAide', area, at: long.early, facts, evidence: [], reason: null },
});

function factsFor(given: readonly Condition[]): Facts {
  const facts: Record<string, FactValue> = {};
  for (const { fact } of given) {
    const same = given.filter((c) => c.fact === fact).map((c) => c.in);
    const value = same[0]?.find((v) => same.every((values) => values.includes(v)));
    if (value !== undefined) facts[fact] = value;
  }
  return facts;
}

const linkFor = (rule: Prerequisite): LinkedMatter => ({
  ...{ workflow: rule.workflow, kind: rule.kind?.[0] ?? null, state: rule.states[0] ?? '' },
  ...{ tie: rule.tie ?? 'other', openedAt: long.late, took: [] },
});

/** A situation in which nothing stands in the way but, perhaps, state and role. */
function open(workflow: Workflow, name: string, state: string): Situation {
  const action = workflow.actions[name] as Action;
  const into = Object.entries(workflow.actions).find(([, a]) => a.to === state)?.[0];
  const asked = Object.entries(action.asks ?? {}).map(([fact, field]) => [fact, goodValue(field)]);
  return {
    label: 'all there',
    state,
    steps: state === workflow.start || into === undefined ? [] : [stepBy(into, 'before', '370612001')],
    attempt: {
      ...{ action: name, by: 'me', role: 'clock', area: '3706', reason: '理由' },
      ...{ facts: Object.fromEntries(asked) as Facts, evidence: action.needs ?? [] },
    },
    now: {
      facts: factsFor(action.when ?? []),
      links: (action.after ?? []).map(linkFor),
      ...{ kin: new Set<string>(), barred: new Set<string>() },
    },
  };
}

/** The same after an earlier step; where nothing leads into the state, that step is where the matter stands. */
const after = (workflow: Workflow, base: Situation, label: string, steps: readonly Step[]): Situation => ({
  ...{ ...base, label, steps: [...steps, ...base.steps] },
  state:
    base.steps.length > 0 ? base.state : (workflow.actions[steps.at(-1)?.action ?? '']?.to ?? base.state),
});
const trying = (base: Situation, label: string, attempt: Partial<Attempt>, faulty = false): Situation => ({
  ...{ ...base, label, faulty, attempt: { ...base.attempt, ...attempt } },
});
const given = (base: Situation, label: string, now: Partial<Circumstances>): Situation => ({
  ...{ ...base, label, now: { ...base.now, ...now } },
});

/** With each document, fact and reason missing or wrong in turn. */
function bringing(base: Situation, { asks = {}, needs = [] }: Action): Situation[] {
  const { facts } = base.attempt;
  return [
    ...needs.map((kind) => trying(base, `without ${kind}`, { evidence: needs.filter((k) => k !== kind) })),
    trying(base, 'with other documents only', { evidence: everyDocument.filter((k) => !needs.includes(k)) }),
    trying(base, 'with every document', { evidence: everyDocument }),
    ...[null, '', ' \n'].map((reason) => trying(base, 'without reason', { reason })),
    trying(base, 'with a fact nobody asked for', { facts: { ...facts, constructor: 'x' } }, true),
    ...Object.entries(asks).flatMap(([name, field]) => [
      trying(base, `without ${name}`, { facts: without(facts, name) }, field.optional !== true),
      ...badValues[field.kind].map((bad) =>
        trying(base, `with ${name} = ${JSON.stringify(bad)}`, { facts: { ...facts, [name]: bad } }, true),
      ),
    ]),
  ];
}

const without = (facts: Facts, name: string): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => key !== name));

/** By people who took part before, are kin, or must keep out, themselves or as a colleague they name. */
function people(workflow: Workflow, base: Situation, action: Action): Situation[] {
  const strict = (workflow.barring?.when ?? []).map((c) => ({ ...base.now.facts, ...factsFor([c]) }));
  const around = ['me', 'named-0', 'before', 'clock', 'stranger'];
  const { apart = [] } = action;
  const others = Object.keys(workflow.actions).filter((name) => !apart.includes(name));
  const earlier = [...apart, ...others.slice(0, 3)].flatMap((name) =>
    ['me', 'named-0', 'stranger'].map((by) =>
      after(workflow, base, `after ${name} by ${by}`, [stepBy(name, by, '370612001')]),
    ),
  );
  const upper = (action.above ?? []).flatMap((name) =>
    ['3706', '37', '370612', '3707'].map((area) =>
      after(workflow, base, `after ${name} in ${area}`, [stepBy(name, 'other', area)]),
    ),
  );
  const visits = (action.apartFrom ?? []).flatMap(({ workflow: other, actions }) =>
    [...actions, 'approve', 'review'].flatMap((name) =>
      ['me', 'named-0', 'stranger'].map((id) =>
        given(base, `${id} took ${name} of ${other}`, {
          links: base.now.links.map((l) =>
            l.workflow === other ? { ...l, took: [{ action: name, people: ['x', id] }] } : l,
          ),
        }),
      ),
    ),
  );
  return [
    ...around.map((id) => given(base, `${id} is kin`, { kin: new Set([id]) })),
    ...[base.now.facts, ...strict].flatMap((facts) =>
      around.map((id) => given(base, `${id} is barred`, { facts, barred: new Set([id]) })),
    ),
    ...[...earlier, ...upper, ...visits],
  ];
}

/** With each condition unmet, and each linked matter missing, too early, of another kind, too far, or too old. */
function surroundings(workflow: Workflow, base: Situation, action: Action): Situation[] {
  const { facts, links } = base.now;
  const asFor = (conditions: readonly Condition[]): Facts => ({ ...facts, ...factsFor(conditions) });
  const conditions = (action.when ?? []).flatMap(({ fact }) => [
    given(base, `without ${fact}`, { facts: without(facts, fact) }),
    ...['something else', '', ['true']].map((value) =>
      given(base, `with another ${fact}`, { facts: { ...facts, [fact]: value } }),
    ),
  ]);
  const linked = (action.after ?? []).flatMap((rule, i) => {
    const asked = given(base, 'asked for', { facts: asFor([rule.when ?? []].flat()) });
    const good = linkFor(rule);
    const change = (label: string, link: LinkedMatter | null): Situation =>
      given(asked, `${label} ${rule.workflow}`, {
        links: [...links.slice(0, i), ...(link ? [link] : []), ...links.slice(i + 1)],
      });
    const again = (rule.since ?? []).map((name) => ({
      ...stepBy(name, 'other', '370612001'),
      at: long.middle,
    }));
    const old = change('old', { ...good, openedAt: long.early });
    return [
      ...[asked, change('no', null), change('early', { ...good, state: 'nowhere' })],
      ...[
        change('another kind of', { ...good, kind: 'other' }),
        change('a kindless', { ...good, kind: null }),
      ],
      ...(['other', 'same', 'opened'] as const).map((tie) => change(tie, { ...good, tie })),
      ...[old, ...(again.length > 0 ? [after(workflow, old, 'old, made anew', again)] : [])],
      given(base, 'not asked for', { facts, links: [] }),
    ];
  });
  const devolved = action.delegated
    ? [given(base, 'devolved', { facts: asFor([action.delegated.when]) })]
    : [];
  return [...conditions, ...linked, ...devolved];
}

function situations(workflow: Workflow, name: string, state: string): Situation[] {
  const action = workflow.actions[name] as Action;
  const base = open(workflow, name, state);
  return [
    base,
    ...bringing(base, action),
    ...people(workflow, base, action),
    ...surroundings(workflow, base, action),
  ];
}

describe.each(Object.entries(workflows))('%s', (_, workflow) => {
  it.each(Object.keys(workflow.actions))('%s: every state, actor and way of bringing it', (name) => {
    const wrong: string[] = [];
    let taken = 0;
    for (const state of Object.keys(workflow.states))
      for (const situation of situations(workflow, name, state))
        for (const role of actors) {
          const attempt = { ...situation.attempt, role };
          const says = findRefusal(workflow, situation.steps, attempt, situation.now)?.code ?? null;
          const must = expected(workflow, { ...situation, attempt });
          if (says === null) taken += 1;
          if (says !== must) wrong.push(`${state}, ${role}, ${situation.label}: ${says}, must be ${must}`);
        }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(taken).toBeGreaterThan(0);
  });

  it('knows no other action', () => {
    const base = open(workflow, Object.keys(workflow.actions)[0] ?? '', workflow.start);
    for (const action of ['', 'toString', '__proto__', 'noSuchStep'])
      expect(findRefusal(workflow, [], { ...base.attempt, action }, base.now)).toEqual({ code: 'WF-111' });
  });
});
