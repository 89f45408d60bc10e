import { expect, it } from 'vitest';
import { quietWorld } from '../quiet-world.ts';
import { explainFailure } from './explain-failure.ts';

it('keeps the message of a fault of ours to itself, since it may quote somebody', () => {
  const { exit, lines } = explainFailure(new TypeError('bad row 张三 secret'), 'check', quietWorld());
  const text = lines.join('\n');
  expect(exit).toBe(4);
  expect(text).toContain('REFERENCE');
  expect(text).toContain('TypeError');
  expect(text).toContain('explain-failure.test.ts');
  expect(text).not.toContain('张三');
});

it('names the kind of fault of the SQL engine, and no more', () => {
  const error = new Error('Conversion Error: Could not convert string "张三" to INT32');
  const text = explainFailure(error, 'check', quietWorld()).lines.join('\n');
  expect(text).toContain('Conversion Error');
  expect(text).not.toContain('张三');
});

it('shows the message when the maintainer asks for it', () => {
  const world = quietWorld({ environment: { YANGGUANG_DEBUG: '1' } });
  expect(explainFailure(new Error('bad row'), 'check', world).lines.join('\n')).toContain('bad row');
});

it('shows an error made for the user as it is, in both languages', () => {
  const error = Object.assign(new Error('x'), {
    code: 'PACK-10',
    zh: '第 3 行缺少字段。',
    en: 'Line 3 lacks a field.',
  });
  expect(explainFailure(error, 'check', quietWorld())).toEqual({
    exit: 2,
    lines: ['PACK-10 第 3 行缺少字段。', 'PACK-10 Line 3 lacks a field.'],
  });
});

it('says what to do when the disk is full', () => {
  const error = Object.assign(new Error('write'), { code: 'ENOSPC' });
  const { exit, lines } = explainFailure(error, 'check', quietWorld());
  expect(exit).toBe(4);
  expect(lines[0]).toMatch(/^CLI-401 .*磁盘已满/);
});

it('answers 130 to whatever a run threw after Ctrl-C', () => {
  const interruption = new AbortController();
  interruption.abort();
  const world = quietWorld({ signal: interruption.signal });
  expect(explainFailure(new Error('connection closed'), 'check', world).exit).toBe(130);
});
