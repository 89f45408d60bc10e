import { expect, it } from 'vitest';
import { withinTime } from './within-time.ts';

it('hands over what the work gives, or throws', () => {
  expect(withinTime(10, () => [1, '二'])).toEqual([1, '二']);
  expect(() =>
    withinTime(10, () => {
      throw new RangeError('mine');
    }),
  ).toThrow(RangeError);
});

it('stops a loop without end', () => {
  let turns = 0;
  const endless = (): never => {
    for (;;) turns = (turns + 1) % 1000;
  };
  // A negative length leaves 200 ms.
  expect(() => withinTime(-2_400_000, endless)).toThrow(/timed out/);
});
