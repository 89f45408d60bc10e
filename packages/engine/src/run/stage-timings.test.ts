import { expect, it } from 'vitest';
import { timeStages } from './stage-timings.ts';

it('gives each stage the time until the next begins, all files together', () => {
  let now = 10;
  const passed: string[] = [];
  const timed = timeStages(
    {
      file: (name) => passed.push(name),
      stage: (zh) => passed.push(zh),
      done: () => passed.push('done'),
    },
    () => now,
  );
  now = 10.5;
  timed.progress.file('a.csv', 0);
  now = 12;
  timed.progress.file('b.csv', 0.2);
  now = 13;
  timed.progress.stage('识别同一人', 'Linking people', 0.5);
  now = 13.25;
  timed.progress.stage('报告', 'report', 0.9);
  now = 14;
  expect(timed.seconds()).toEqual({ prepare: 0.5, import: 2.5, 'Linking people': 0.25, report: 0.75 });
  timed.progress.done();
  expect(passed).toEqual(['a.csv', 'b.csv', '识别同一人', '报告', 'done']);
});
