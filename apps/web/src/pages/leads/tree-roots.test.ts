import { expect, it } from 'vitest';
import { rootsOf } from './tree-roots.ts';

it('begins with the widest areas one works in, by code', () => {
  expect(rootsOf(['339902001', '339901', '339901001', '339901'])).toEqual(['339901', '339902001']);
  expect(rootsOf(['339901', ''])).toEqual(['']);
  expect(rootsOf([])).toEqual([]);
});
