import { expect, it } from 'vitest';
import { filterOf, readListSearch } from './list-search.ts';

it('keeps codes and drops whatever else an address carries', () => {
  const said = {
    workflow: 'task',
    state: 'todo,assigned',
    town: 339901001,
    name: '张三',
    show: 'overdue',
    kind: '张三',
  };
  expect(readListSearch(said)).toEqual({
    ...{ workflow: 'task', state: 'todo,assigned', town: '339901001', show: 'overdue' },
  });
  expect(readListSearch({ show: 'open', dueBy: '2026-1-1' })).toEqual({});
});

it('becomes the words of the server’s filter', () => {
  const search = { workflow: 'verification,lead', state: 'planned', town: '339901001', dueBy: '2026-11-28' };
  expect(filterOf(search, null)).toEqual([
    ...['workflow:verification', 'workflow:lead', 'state:planned', 'town:339901001', 'due-by:2026-11-28'],
  ]);
  expect(filterOf({ show: 'escalated', campaign: 'this' }, 'c1')).toEqual(['escalated:me', 'campaign:c1']);
  expect(filterOf({ show: 'mine' }, 'c1')).toEqual(['assigned:me']);
  expect(filterOf({ show: 'ended' }, null)).toEqual(['ended:yes']);
});
