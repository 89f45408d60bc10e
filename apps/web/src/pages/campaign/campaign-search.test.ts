import { expect, it } from 'vitest';
import { readCasesSearch, readTabSearch } from './campaign-search.ts';

it('takes lines and codes of towns, and drops everything else', () => {
  expect(readCasesSearch({ line: 'path:confirmed/stopped', town: 339901001 })).toEqual({
    line: 'path:confirmed/stopped',
    town: '339901001',
  });
  expect(readCasesSearch({ line: 'town.overdue', town: '339901001', name: '张三' })).toEqual({
    line: 'town.overdue',
    town: '339901001',
  });
  expect(readCasesSearch({ line: '张三', town: '33' })).toEqual({ line: 'leads' });
});

it('knows the views of a campaign', () => {
  expect(readTabSearch({ tab: 'taskList' })).toEqual({ tab: 'taskList' });
  expect(readTabSearch({ tab: 'people' })).toEqual({});
});
