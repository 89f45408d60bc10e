import { expect, it } from 'vitest';
import { boardLineTitle } from './line-titles.ts';

it('names every line that a chart opens, and leaves the others to the server', () => {
  expect(boardLineTitle('path:waiting', 'zh')).toBe('待派发');
  expect(boardLineTitle('decided:stopped', 'en')).toBe('Stopped or phased out');
  expect(boardLineTitle('town.escalated', 'zh')).toBe('需要协调');
  expect(boardLineTitle('leads', 'zh')).toBeNull();
});
