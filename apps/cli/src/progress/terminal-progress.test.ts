import { expect, it } from 'vitest';
import { quietWorld } from '../quiet-world.ts';
import { terminalProgress } from './terminal-progress.ts';

it('says nothing where there is no terminal', () => {
  const world = quietWorld();
  const progress = terminalProgress(world, 'zh');
  progress.file('低保名册.xlsx', 0.1);
  progress.stage('规则 INC-01', 'rule INC-01', 0.6);
  progress.done();
  expect(world.complained).toEqual([]);
});

it('shows share, file and remaining time from the pace so far', () => {
  let ms = 0;
  const world = quietWorld({ terminalColumns: () => 80, ticks: () => ms });
  const progress = terminalProgress(world, 'zh');
  ms = 30_000;
  progress.file('低保名册.xlsx', 0.25);
  expect(world.complained.at(-1)).toContain('25%  读取 低保名册.xlsx  剩余约 1 分 30 秒');
});

it('gives no estimate before two seconds have passed', () => {
  let ms = 0;
  const world = quietWorld({ terminalColumns: () => 80, ticks: () => ms });
  const progress = terminalProgress(world, 'en');
  ms = 1500;
  progress.stage('规则', 'rules', 0.5);
  expect(world.complained.at(-1)).toContain('50%  rules');
  expect(world.complained.at(-1)).not.toContain('left');
});

it('draws at most ten times a second for files, but every stage', () => {
  let ms = 0;
  const world = quietWorld({ terminalColumns: () => 80, ticks: () => ms });
  const progress = terminalProgress(world, 'en');
  for (ms = 0; ms < 1000; ms += 1) progress.file('a.csv', ms / 1000);
  expect(world.complained.length).toBe(10);
  progress.stage('规则', 'rules', 0.99);
  expect(world.complained.length).toBe(11);
});

it('never fills more columns than the terminal has, two to a Han character', () => {
  const world = quietWorld({ terminalColumns: () => 20 });
  terminalProgress(world, 'zh').stage('一二三四五六七八九十一二三', 'x', 0.5);
  expect(world.complained.at(-1)).toBe('\r\u001b[K 50%  一二三四五六…');
});
