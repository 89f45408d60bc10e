import { lead } from '@yangguang/domain/workflows/lead';
import { expect, it } from 'vitest';
import { isSameSearch, leadStates, readQueueSearch, valuesOf, withValues } from './queue-search.ts';

it('reads what the queue knows', () => {
  const search = {
    filter: ['severity:serious', 'state:new', 'town:339901001', 'due-by:2026-12-01', 'assigned:me'],
    order: 'amount',
    by: 'lead',
  };
  expect(readQueueSearch(search)).toEqual(search);
  expect(readQueueSearch({ order: 'due', by: 'household', filter: [] })).toEqual({});
});

it.each([
  ['a name', 'name:张三'],
  ['a filter nobody has', 'colour:red'],
  ['a household', 'household:00000000-0000-4000-8000-000000000001'],
  ['a state no lead has', 'state:visited'],
  ['a severity nobody has', 'severity:high'],
  ['a rule of no shape', 'rule:INC-1'],
  ['a programme nobody has', 'programme:pension'],
  ['half a division', 'town:33990'],
  ['a day that does not exist', 'due-by:2026-02-31'],
  ['no value', 'overdue'],
  ['a number', 7],
  ['something nested', { state: 'new' }],
])('drops %s', (_, word) => {
  expect(readQueueSearch({ filter: [word, 'severity:info'] })).toEqual({ filter: ['severity:info'] });
});

it('drops a filter that is no list, and an order or grouping nobody has', () => {
  expect(readQueueSearch({ filter: 'state:new', order: ['due'], by: 'town', ticket: 'x' })).toEqual({});
});

it('keeps the first of what takes one value, each word once, and no more than the server takes', () => {
  const rules = Array.from({ length: 30 }, (_, n) => `rule:INC-${10 + n}`);
  expect(readQueueSearch({ filter: ['overdue:yes', 'overdue:yes', 'assigned:me', 'assigned:me'] })).toEqual({
    filter: ['overdue:yes', 'assigned:me'],
  });
  expect(readQueueSearch({ filter: rules }).filter).toEqual(rules.slice(0, 20));
});

it('changes one filter and leaves the others, the order and the grouping', () => {
  const search = readQueueSearch({ filter: ['state:new', 'state:triaged', 'severity:info'], by: 'lead' });
  expect(withValues(search, 'state', ['closed'])).toEqual({
    filter: ['severity:info', 'state:closed'],
    by: 'lead',
  });
  expect(withValues(withValues(search, 'state', []), 'severity', [])).toEqual({ by: 'lead' });
  expect(valuesOf(search.filter, 'state')).toEqual(['new', 'triaged']);
  expect(valuesOf(undefined, 'state')).toEqual([]);
});

it('knows two searches that show the same', () => {
  expect(isSameSearch({ filter: ['a:1', 'b:2'] }, { filter: ['b:2', 'a:1'] })).toBe(true);
  expect(isSameSearch({ filter: ['a:1'] }, { filter: ['a:1'], order: 'newest' })).toBe(false);
  expect(isSameSearch({}, { by: 'lead' })).toBe(false);
});

it('knows the states of a lead', () => {
  expect(leadStates).toEqual(Object.keys(lead.states));
});
