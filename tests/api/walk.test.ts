import type { Role } from '@yangguang/domain/people/role';
import { type TestOffice, testOffice } from '@yangguang/server/test-office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asking,
  compareOutside,
  type Comparison,
  differing,
  furnishElsewhere,
  names,
  rolesFor,
  told,
  tracesFound,
} from './walk/compare-outside.ts';
import { openAim } from './walk/walk-case.ts';
import { walkCases } from './walk/walk-cases.ts';
import { areaAround, target } from './walk/walk-place.ts';
import { everyRole, glassReadings, rights } from './walk/walk-rights.ts';
import { type Answer, Gatehouse, insider, outsider, stranger } from './walk/walkers.ts';

// Every operation of the contract, asked by every role inside and outside its area, programme and compartment. What is
// outside is proved absent by comparison: the same request is sent before the rows exist and after, and the two answers
// must be the same, byte for byte but for the reference. Nothing returned, counted, suggested or told by an error then.

let t: TestOffice;
let gate: Gatehouse;
let outcome: Comparison;

beforeAll(async () => {
  t = await testOffice();
  gate = new Gatehouse(t);
  await furnishElsewhere(t);
  outcome = await compareOutside(t, gate);
}, 600_000);
afterAll(() => t.close());

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

it('has a case and a line of rights for every operation, and for nothing else', () => {
  expect(Object.keys(rights).sort()).toEqual([...names].sort());
  expect(Object.keys(walkCases).sort()).toEqual([...names].sort());
  expect(outcome.compared.length).toBeGreaterThan(names.length * 5);
});

describe('outside', () => {
  it('gets the same answers whether the rows exist or not', () => {
    expect(differing(outcome.compared)).toEqual([]);
  });

  it('finds no trace of the rows in any answer or header', () => {
    expect(Math.min(...outcome.compared.map(({ traces }) => traces.length))).toBeGreaterThan(10);
    expect(tracesFound(outcome.compared)).toEqual([]);
  });

  it('meets no fault of ours, and is never refused for the shape of the request alone', () => {
    const wrong = outcome.compared.flatMap(({ asking: one, after }) =>
      after.status >= 500 || after.code === 'API-101' ? [[told(one), after.text]] : [],
    );
    const faults = t.logLines.filter((line) => line.includes('a fault of ours'));
    expect({ wrong, faults: faults.slice(0, 3) }).toEqual({ wrong: [], faults: [] });
  });

  it('changes nothing', () => {
    expect(outcome.quietAfter).toEqual(outcome.quietBefore);
  });
});

describe('the rights written down', () => {
  it('F-U1: are what the server lets each role do, wherever it is appointed', async () => {
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
  }, 300_000);

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
  }, 300_000);
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
