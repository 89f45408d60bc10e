import { listOperations } from '@yangguang/contract/all';
import type { Role } from '@yangguang/domain/people/role';
import { type TestOffice, testOffice } from '@yangguang/server/test-office';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCases, seedOffice, seedRestricted, seedSealed } from './walk/seed-place.ts';
import { hiddenTexts, newTexts, quietPart, readEverything } from './walk/traces.ts';
import { type Aim, aimAt, openAim, restrictedAim, sealedAim } from './walk/walk-case.ts';
import { walkCases } from './walk/walk-cases.ts';
import { areaAround, elsewhere, moreDivisions, placeOutside, target } from './walk/walk-place.ts';
import { everyRole, glassReadings, restrictedReaders, rights, sealedReaders } from './walk/walk-rights.ts';
import {
  type Answer,
  type Asking,
  divided,
  Gatehouse,
  insider,
  ofOtherProgramme,
  outsider,
  stranger,
  type Walker,
} from './walk/walkers.ts';

// Every operation of the contract, asked by every role inside and outside its area, programme and compartment. What is
// outside is proved absent by comparison: the same request is sent before the rows exist and after, and the two answers
// must be the same, byte for byte but for the reference. Nothing returned, counted, suggested or told by an error then.

const names = listOperations().map(({ name }) => name);
let t: TestOffice;
let gate: Gatehouse;

interface Compared {
  readonly asking: Asking;
  /** Texts that were not there when it was asked first. */
  readonly traces: readonly string[];
  readonly before: Answer;
  readonly after: Answer;
}
let compared: readonly Compared[] = [];
let quietBefore: unknown;
let quietAfter: unknown;

beforeAll(async () => {
  t = await testOffice();
  gate = new Gatehouse(t);
  await t.office.db.asOwner(async (tx) => {
    for (const [code, name] of moreDivisions)
      await tx.run(sql`insert into division (code, name) values (${code}, ${name})`);
  });
  for (const place of elsewhere) {
    await seedOffice(t, place);
    await seedCases(t, place);
  }
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
  compared = firstAnswers
    .flatMap((group, i) => group.map((before) => ({ before, traces: traces[i] ?? [] })))
    .map((one, i) => ({ ...one, ...must(everyone[i], answers[i]) }));
  quietBefore = quietPart(whole);
  quietAfter = quietPart(await readEverything(t));
}, 120_000);
afterAll(() => t.close());

function must(asked: Asking | undefined, after: Answer | undefined): { asking: Asking; after: Answer } {
  if (asked === undefined || after === undefined) throw new Error('as many answers as questions');
  return { asking: asked, after };
}

const rolesFor = (name: string): readonly Role[] => {
  const may = rights[name] ?? [];
  return may === 'anybody' ? [] : may;
};

function asking(name: string, walker: Walker, aim: Aim): Asking {
  const one = walkCases[name];
  if (one === undefined) throw new Error(`${name} has no case in walk-cases.ts`);
  return { name, walker, input: one.input(aim), bytes: one.bytes };
}

/** Roles of another area; the same holding an office inside that may not; and, where nobody need sign in, nobody. */
function fromOutside(): Asking[] {
  return names.flatMap((name) => {
    const one = walkCases[name];
    if (one?.isForOutside === true) return [];
    if (rights[name] === 'anybody') return [asking(name, stranger, openAim)];
    const helper = helperFor(name);
    return rolesFor(name).flatMap((role) => [
      asking(name, outsider(role), openAim),
      ...(helper === null ? [] : [asking(name, divided(role, helper), openAim)]),
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

function casesAbout(what: string): string[] {
  return names.filter((name) => walkCases[name]?.about === what);
}

/** True when the answer says that the thing asked for is not there, or does not show it. */
function isMissed(name: string, { code, text, status }: Answer): boolean {
  const { about, absent = [], shows } = walkCases[name] ?? {};
  if (status >= 500 || code === 'API-103') return true;
  if (about === 'self') return false;
  const isSaid = ['API-101', 'API-104', ...absent].includes(code ?? '') || text.includes('"code":"API-104"');
  return isSaid || (shows !== undefined && !text.includes(shows(openAim)));
}

/** True when what is asked for belongs to a level above the role's own. */
function isAbove(name: string, role: Role): boolean {
  return walkCases[name]?.ofCounty === true && areaAround(role, target.region).length > 6;
}

const told = ({ name, walker }: Asking): string => `${name} by ${walker.words}`;

it('has a case and a line of rights for every operation, and for nothing else', () => {
  expect(
    Object.keys(rights)
      .filter((name) => names.includes(name))
      .sort(),
  ).toEqual([...names].sort());
  expect(names.filter((name) => walkCases[name] === undefined)).toEqual([]);
  expect(compared.length).toBeGreaterThan(names.length * 5);
});

describe('outside', () => {
  it('gets the same answers whether the rows exist or not', () => {
    const differing = compared
      .filter(({ asking: { name } }) => walkCases[name]?.varies !== true)
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
      .map(({ asking: one, before, after }) => [told(one), before.text, after.text]);
    expect(differing).toEqual([]);
  });

  it('finds no trace of the rows in any answer or header', () => {
    const found = compared.flatMap(({ asking: one, after, traces }) => {
      const sent = JSON.stringify(one.input);
      const got = `${after.text} ${after.headers}`;
      return traces
        .filter((trace) => got.includes(trace) && !sent.includes(trace))
        .map((trace) => [told(one), trace]);
    });
    expect(Math.min(...compared.map(({ traces }) => traces.length))).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });

  it('meets no fault of ours, and is never refused for the shape of the request alone', () => {
    const wrong = compared.flatMap(({ asking: one, after }) => {
      return after.status >= 500 || after.code === 'API-101' ? [[told(one), after.text]] : [];
    });
    const faults = t.logLines.filter((line) => line.includes('a fault of ours'));
    expect({ wrong, faults: faults.slice(0, 3) }).toEqual({ wrong: [], faults: [] });
  });

  it('changes nothing', () => {
    expect(quietAfter).toEqual(quietBefore);
  });
});

describe('the rights written down', () => {
  it('are what the server lets each role do, wherever it is appointed', async () => {
    const denied = names.flatMap((name) => {
      if (rights[name] === 'anybody') return [];
      return everyRole
        .filter((role) => !rolesFor(name).includes(role))
        .flatMap((role) => [insider(role), outsider(role)].map((walker) => asking(name, walker, openAim)));
    });
    const unknown = names
      .filter((name) => rights[name] !== 'anybody')
      .map((name) => asking(name, stranger, openAim));
    const answers = await gate.askAll([...denied, ...unknown]);
    const wrong = [...denied, ...unknown].flatMap((one, i) => {
      const wanted = one.walker === stranger ? 'API-102' : 'API-103';
      return answers[i]?.code === wanted ? [] : [[told(one), answers[i]?.text]];
    });
    expect(wrong).toEqual([]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(2);
  });

  it('open to those inside what they say: the same requests find what those outside do not', async () => {
    const missed = [];
    for (const name of Object.keys(walkCases).filter((known) => names.includes(known))) {
      for (const role of rolesFor(name)) {
        const request = asking(name, insider(role), openAim);
        const answer = await gate.ask(request);
        if (isMissed(name, answer) !== isAbove(name, role))
          missed.push([told(request), answer.text.slice(0, 300)]);
      }
    }
    expect(missed).toEqual([]);
  });
});

describe('a broken glass', () => {
  it('opens reading, and nothing else', async () => {
    const wrong = [];
    const role = 'countyReviewer';
    const walker = outsider(role);
    const { client } = await gate.visitor(walker);
    await client.glass.break({
      id: openAim.id('broken'),
      role,
      area: '339901',
      reason: '接群众紧急反映，须即刻查看',
    });
    for (const name of names.filter(
      (one) => rolesFor(one).includes(role) && walkCases[one]?.about === 'case',
    )) {
      const answer = await gate.ask(asking(name, walker, openAim));
      if (isMissed(name, answer) === glassReadings.includes(name))
        wrong.push([name, answer.text.slice(0, 300)]);
    }
    expect(wrong).toEqual([]);
  });
});
