import { describe, expect, it } from 'vitest';
import { type ComparedAspect, identityLadder } from './identity-ladder.ts';

const compared = (differences: Partial<Record<ComparedAspect['aspect'], ComparedAspect['difference']>>) =>
  Object.entries(differences).map(([aspect, difference]) => ({ aspect, difference })) as ComparedAspect[];

describe('identityLadder', () => {
  it('needs the name beside the number before it says 同一人', () => {
    const rungs = identityLadder(compared({ name: 'homophone', id: 'same', village: 'differs' }), 'same');
    expect(rungs.map(({ aspect, after, direction, decides }) => [aspect, after, direction, decides])).toEqual(
      [
        ['id', 'likely', 'for', true],
        ['name', 'same', 'for', true],
        ['village', 'same', 'neutral', false],
      ],
    );
    expect(rungs.every(({ bits }) => bits === null)).toBe(true);
  });

  it('says 号同名异 where only the number agrees', () => {
    const rungs = identityLadder(compared({ id: 'same', name: 'differs', sex: 'differs' }), 'number_only');
    expect(rungs.map(({ after, direction }) => [after, direction])).toEqual([
      ['likely', 'for'],
      ['number_only', 'against'],
      ['number_only', 'against'],
    ]);
  });

  it('rests on name and birth date where there is no number', () => {
    const rungs = identityLadder(compared({ id: 'missing', name: 'same', birth: 'same' }), 'likely');
    expect(rungs.map(({ decides, after }) => [decides, after])).toEqual([
      [false, null],
      [true, null],
      [true, 'likely'],
    ]);
  });

  it('ends at the tier of the run, also where a damaged number was solved', () => {
    const rungs = identityLadder(compared({ id: 'differs', name: 'same' }), 'same');
    expect(rungs.map(({ direction, after }) => [direction, after])).toEqual([
      ['against', 'likely'],
      ['for', 'same'],
    ]);
    expect(identityLadder(compared({ id: 'same' }), 'likely').at(-1)?.after).toBe('likely');
    expect(identityLadder([], 'same')).toEqual([]);
  });
});
