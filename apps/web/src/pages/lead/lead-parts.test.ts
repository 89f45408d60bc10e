import { describe, expect, it } from 'vitest';
import { offeredJudgements, otherSteps, shutSteps } from './judgements.ts';
import { ladderLayout } from './ladder-layout.ts';
import { listPlace, noteSeen } from './list-place.ts';
import { markedParts } from './marked-parts.ts';
import { readPeriod } from './period.ts';

describe('markedParts', () => {
  it('cuts a value at its marks, by character', () => {
    expect(markedParts('张𬱖珍', [[1, 2]])).toEqual([
      { text: '张', isMarked: false },
      { text: '𬱖', isMarked: true },
      { text: '珍', isMarked: false },
    ]);
    expect(
      markedParts('371312', [
        [0, 2],
        [4, 6],
      ])
        .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
        .join(''),
    ).toBe('[37]13[12]');
    expect(markedParts('女', [])).toEqual([{ text: '女', isMarked: false }]);
    expect(markedParts('女', [[0, 1]])).toEqual([{ text: '女', isMarked: true }]);
    expect(markedParts('', [[0, 1]])).toEqual([]);
  });
});

const words = { zh: '', en: '' };
const step = (action: string, code: string | null) => ({
  ...{ action, title: { zh: action, en: action }, may: code === null },
  why: code === null ? null : { code, what: words, why: words, remedy: words },
});

describe('judgements', () => {
  it('offers the step that can be taken, whichever stands behind the judgement in this state', () => {
    const fresh = [
      step('triage', null),
      step('dispatch', null),
      step('dismissData', 'WF-101'),
      step('confirm', 'WF-101'),
    ];
    expect(offeredJudgements(fresh).map(({ key, action }) => [key, action.action, action.may])).toEqual([
      ['1', 'triage', true],
      ['2', 'dismissData', false],
      ['3', 'dispatch', true],
    ]);
  });

  it('says why by the step of this state where none can be taken', () => {
    const triaged = [
      ...[step('triage', 'WF-101'), step('dismissIdentity', 'WF-104'), step('confirmIdentity', 'WF-102')],
      ...[step('merge', null), step('expire', 'WF-104')],
    ];
    const offered = offeredJudgements(triaged);
    expect(offered.find(({ key }) => key === '2')?.action.action).toBe('dismissIdentity');
    expect(otherSteps(triaged, offered).map(({ action }) => action)).toEqual(['merge']);
    expect(shutSteps(triaged, offered).map(({ action }) => action)).toEqual(['confirmIdentity', 'expire']);
  });
});

describe('the list one came from', () => {
  it('leads to the next that was not looked at, round to the beginning, and ends', () => {
    const ids = ['a', 'b', 'c'];
    expect(listPlace(ids, 'b', new Set(['b']), 86)).toEqual({ next: 'c', previous: 'a', seen: 1, total: 86 });
    expect(listPlace(ids, 'c', new Set(['b', 'c']), 3).next).toBe('a');
    expect(listPlace(ids, 'a', new Set(ids), 3)).toEqual({ next: null, previous: null, seen: 3, total: 3 });
    // One that left the list by the step just taken.
    expect(listPlace(['b', 'c'], 'a', new Set(['a']), 2).next).toBe('b');
  });

  it('counts what was looked at by list', () => {
    noteSeen('one', 'a');
    expect([...noteSeen('one', 'b')]).toEqual(['a', 'b']);
    expect([...noteSeen('two', 'a')]).toEqual(['a']);
  });
});

describe('ladderLayout', () => {
  const rung = (
    aspect: 'id' | 'name' | 'sex',
    after: 'same' | 'likely' | 'number_only' | null,
    decides = true,
    bits: number | null = null,
  ) => ({
    ...{ aspect, after, decides, bits },
    difference: 'same' as const,
    direction: 'for' as const,
  });

  it('steps from tier to tier where a comparison decides, and stays where it does not', () => {
    const { bars, isWeighed, low, high } = ladderLayout([
      rung('id', 'likely'),
      rung('name', 'same'),
      rung('sex', 'same', false),
    ]);
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
      [2, 2],
    ]);
    expect([isWeighed, low, high]).toEqual([false, -1, 2]);
    expect(ladderLayout([rung('id', 'likely'), rung('name', 'number_only')]).bars.at(-1)?.to).toBe(-1);
  });

  it('is a waterfall of bits as soon as every comparison has a weight', () => {
    const { bars, isWeighed, high } = ladderLayout([
      rung('id', 'likely', true, 4.5),
      rung('name', 'same', true, -1),
    ]);
    expect(isWeighed).toBe(true);
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 4.5],
      [4.5, 3.5],
    ]);
    expect(high).toBe(4.5);
  });
});

it('reads the months a finding speaks of', () => {
  expect(readPeriod('2021-12/2022-07')).toEqual({ from: '2021-12', to: '2022-07', months: 8 });
  expect(readPeriod('2026-01–2026-03')?.months).toBe(3);
  expect(readPeriod('2026-01')).toEqual({ from: '2026-01', to: '2026-01', months: 1 });
  expect([readPeriod(null), readPeriod('2026'), readPeriod('2026-03/2026-01')]).toEqual([null, null, null]);
});
