import { expect, it } from 'vitest';
import { type Beside, type CardLead, doubtfulPairs, otherOpenLeads, sortLeads } from './card-parts.ts';
import { findFaults } from './find-form.ts';
import { programmeWords } from './programme-words.ts';
import { relationWords } from './relation-words.ts';

const beside = (is: Beside['is'], isReceived: boolean) => ({ is, isReceived }) as Beside;
const lead = (matterId: string, isEnded: boolean) => ({ matterId, isEnded }) as CardLead;

it('names the pairs to mind: both received and not simply allowed', () => {
  const pairs = [
    beside('forbidden', true),
    beside('forbidden', false),
    beside('allowed', true),
    beside('difference', true),
  ];
  expect(doubtfulPairs(pairs).map(({ is }) => is)).toEqual(['forbidden', 'difference']);
});

it('puts open leads first and leaves out the one at hand', () => {
  const leads = [lead('a', true), lead('b', false), lead('c', false)];
  expect(sortLeads(leads).map(({ matterId }) => matterId)).toEqual(['b', 'c', 'a']);
  expect(otherOpenLeads(leads, 'b').map(({ matterId }) => matterId)).toEqual(['c']);
});

it('says programmes and relations in words, and what it does not know as it is', () => {
  expect(programmeWords('dibao_rural').zh).toBe('农村低保');
  expect(programmeWords('new_one').en).toBe('new_one');
  expect(relationWords('spouse').zh).toBe('配偶');
  expect(relationWords('侄子').en).toBe('侄子');
});

it('asks for a whole number or name and a reason', () => {
  const reason = '群众来访反映';
  expect(findFaults({ kind: 'id', text: '3399011960', reason })).toEqual(['text']);
  expect(findFaults({ kind: 'name', text: '张三', reason })).toEqual([]);
  expect(findFaults({ kind: 'name', text: ' 张 ', reason: '看看' })).toEqual(['text', 'reason']);
});
