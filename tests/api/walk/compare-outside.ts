import { listOperations } from '@yangguang/contract/all';
import type { Role } from '@yangguang/domain/people/role';
import type { TestOffice } from '@yangguang/server/test-office';
import { sql } from '@yangguang/store/sql';
import { seedCases, seedOffice, seedRestricted, seedSealed } from './seed-place.ts';
import { hiddenTexts, newTexts, quietPart, readEverything } from './traces.ts';
import { type Aim, aimAt, openAim, restrictedAim, sealedAim } from './walk-case.ts';
import { walkCases } from './walk-cases.ts';
import { elsewhere, moreDivisions, placeOutside, target } from './walk-place.ts';
import { restrictedReaders, rights, sealedReaders } from './walk-rights.ts';
import {
  type Answer,
  type Asking,
  divided,
  type Gatehouse,
  insider,
  ofOtherProgramme,
  outsider,
  stranger,
  type Walker,
} from './walkers.ts';

export const names = listOperations().map(({ name }) => name);

/** One request, sent before the rows it must not tell of were there, and after. */
export interface Compared {
  readonly asking: Asking;
  /** Texts that were not there when it was asked first. */
  readonly traces: readonly string[];
  readonly before: Answer;
  readonly after: Answer;
}

export interface Comparison {
  readonly compared: readonly Compared[];
  /** The whole database before and after the last round of requests, without what every request writes. */
  readonly quietBefore: unknown;
  readonly quietAfter: unknown;
}

/** Places with work of their own, for those who are elsewhere. */
export async function furnishElsewhere(t: TestOffice): Promise<void> {
  await t.office.db.asOwner(async (tx) => {
    for (const [code, name] of moreDivisions)
      await tx.run(sql`insert into division (code, name) values (${code}, ${name})`);
  });
  for (const place of elsewhere) {
    await seedOffice(t, place);
    await seedCases(t, place);
  }
}

/**
 * Sends every request of everybody outside, brings the rows into being step by step, so that each group is outside what
 * comes after it, and sends all of them again.
 */
export async function compareOutside(t: TestOffice, gate: Gatehouse): Promise<Comparison> {
  const groups = [fromOutside(), fromOtherProgramme(), withoutRestricted(), withoutSealed()];
  const everyone = groups.flat();
  for (const { walker } of everyone) await gate.visitor(walker);
  const looks: Awaited<ReturnType<typeof readEverything>>[] = [];
  const firstAnswers: Answer[][] = [];
  for (const [i, seed] of [seedOffice, seedCases, seedRestricted, seedSealed].entries()) {
    looks.push(await readEverything(t));
    firstAnswers.push(await gate.askAll(groups[i] ?? []));
    await seed(t, target);
  }
  const whole = await readEverything(t);
  const traces = looks.map((look) => newTexts(look, whole));
  traces[0]?.push(...hiddenTexts(target), ...target.officeMark);
  traces[1]?.push(...hiddenTexts(target));
  const answers = await gate.askAll(everyone);
  const compared = firstAnswers
    .flatMap((group, i) => group.map((before) => ({ before, traces: traces[i] ?? [] })))
    .map((one, i) => ({ ...one, ...must(everyone[i], answers[i]) }));
  return { compared, quietBefore: quietPart(whole), quietAfter: quietPart(await readEverything(t)) };
}

function must(asked: Asking | undefined, after: Answer | undefined): { asking: Asking; after: Answer } {
  if (asked === undefined || after === undefined) throw new Error('as many answers as questions');
  return { asking: asked, after };
}

/** Roles that may, by the table. */
export const rolesFor = (name: string): readonly Role[] => {
  const may = rights[name] ?? [];
  return may === 'anybody' ? [] : may;
};

/** The request of a walker. */
export function asking(name: string, walker: Walker, aim: Aim): Asking {
  const one = walkCases[name];
  if (one === undefined) throw new Error(`${name} has no case in walk-cases.ts`);
  return { name, walker, input: one.input(aim), bytes: one.bytes };
}

/** Roles of another area; some of them holding an office inside that may not; and, where nobody need sign in, nobody. */
function fromOutside(): Asking[] {
  return names.flatMap((name) => {
    const one = walkCases[name];
    if (one?.isForOutside === true) return [];
    if (rights[name] === 'anybody') return [asking(name, stranger, openAim)];
    const helper = helperFor(name);
    return rolesFor(name).flatMap((role, i) => [
      asking(name, outsider(role), openAim),
      ...(helper === null || i > 1 ? [] : [asking(name, divided(role, helper), openAim)]),
      ...(one?.byWayOf === undefined
        ? []
        : [{ name, walker: outsider(role), input: one.byWayOf(aimAt(placeOutside(role)), openAim) }]),
    ]);
  });
}

/** A role that may not, to be held beside one that may. */
function helperFor(name: string): Role | null {
  const able = rolesFor(name);
  const weakest: readonly Role[] = ['institutionHead', 'bank', 'meansCheckOfficer', 'systemAdmin'];
  return weakest.find((role) => !able.includes(role)) ?? null;
}

function fromOtherProgramme(): Asking[] {
  return casesAbout('case').flatMap((name) =>
    rolesFor(name).map((role) => asking(name, ofOtherProgramme(role), openAim)),
  );
}

/** Inside, but shut out of findings that name officials: asking for one, and for what lies around it. */
function withoutRestricted(): Asking[] {
  return fromInside(restrictedReaders, restrictedAim);
}

/** Inside, but shut out of sealed referrals. */
function withoutSealed(): Asking[] {
  return fromInside(sealedReaders, sealedAim);
}

function fromInside(readers: readonly Role[], aim: Aim): Asking[] {
  return casesAbout('case')
    .filter((name) => walkCases[name]?.changesOpen !== true)
    .flatMap((name) =>
      rolesFor(name)
        .filter((role) => !readers.includes(role))
        .map((role) => asking(name, insider(role), aim)),
    );
}

/** Operations about cases, about people and their offices, and so on. */
export function casesAbout(what: string): string[] {
  return names.filter((name) => walkCases[name]?.about === what);
}

/** Answers that were not the same twice: who asked what, and the two answers. */
export function differing(compared: readonly Compared[]): unknown[] {
  return compared
    .filter(({ asking: { name } }) => walkCases[name]?.varies !== true)
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    .map(({ asking: one, before, after }) => [told(one), before.text, after.text]);
}

/** Texts of what lies outside that stand in an answer or header without having been sent. */
export function tracesFound(compared: readonly Compared[]): unknown[] {
  return compared.flatMap(({ asking: one, after, traces }) => {
    const sent = JSON.stringify(one.input);
    const got = `${after.text} ${after.headers}`;
    return traces
      .filter((trace) => got.includes(trace) && !sent.includes(trace))
      .map((trace) => [told(one), trace]);
  });
}

export const told = ({ name, walker }: Asking): string => `${name} by ${walker.words}`;
