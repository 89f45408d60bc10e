import { expect, it } from 'vitest';
import { type Branch, moveInTree } from './tree-moves.ts';

const branch = (code: string, level: number, more: Partial<Branch> = {}): Branch => ({
  code,
  level,
  hasChildren: true,
  isOpen: false,
  ...more,
});
const tree = [
  branch('339901', 1, { isOpen: true }),
  branch('339901001', 2, { isOpen: true }),
  branch('339901001001', 3, { hasChildren: false }),
  branch('339901002', 2),
];
const press = (code: string, key: string) => moveInTree(tree, code, key);

it('goes up and down through what is in sight, and stops at both ends', () => {
  expect(press('339901001001', 'ArrowDown')).toEqual({ go: '339901002' });
  expect(press('339901002', 'ArrowUp')).toEqual({ go: '339901001001' });
  expect(press('339901002', 'ArrowDown')).toBeNull();
  expect(press('339901', 'ArrowUp')).toBeNull();
  expect(press('339901001', 'Home')).toEqual({ go: '339901' });
  expect(press('339901001', 'End')).toEqual({ go: '339901002' });
});

it('right opens, then goes in; left folds, then goes out', () => {
  expect(press('339901002', 'ArrowRight')).toEqual({ open: '339901002' });
  expect(press('339901', 'ArrowRight')).toEqual({ go: '339901001' });
  expect(press('339901001001', 'ArrowRight')).toBeNull();
  expect(press('339901001', 'ArrowLeft')).toEqual({ fold: '339901001' });
  expect(press('339901001001', 'ArrowLeft')).toEqual({ go: '339901001' });
  expect(press('339901002', 'ArrowLeft')).toEqual({ go: '339901' });
});

it('Enter and space choose; other keys are none of its own', () => {
  expect(press('339901001', 'Enter')).toEqual({ choose: '339901001' });
  expect(press('339901001', ' ')).toEqual({ choose: '339901001' });
  expect(press('339901001', 'j')).toBeNull();
  expect(press('nowhere', 'ArrowDown')).toBeNull();
});
