import { UserError } from '../errors/user-error.ts';

/** One household of the list a sample is drawn from. */
export interface FrameHousehold {
  readonly id: string;
  /** Persons covered, at least 1: shares are counted in persons. */
  readonly persons: number;
  /** Name of the stratum: town × programme × risk, as `stratumOf` writes it. */
  readonly stratum: string;
  /** Code of the town, for the table of the difference report. */
  readonly town: string;
  /** Belongs to a 100 % stratum: kin of officials, cadres, complained of, serious lead. Always drawn, never replaced. */
  readonly must: boolean;
  /** Accounts of the first investigators; none of them may re-check it. */
  readonly investigators: readonly string[];
}

/** The stratum's name from its parts: '371302001 · dibao_rural · high'. */
export function stratumOf(town: string, programme: string, risk: string): string {
  return [town, programme, risk].join(' · ');
}

/** Order by code point: the same on every machine, whatever its language. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The frame as text, one household a line, sorted by id: what is hashed when the frame is frozen. Two frames have the same
 * text exactly when they hold the same households with the same persons, strata and must-marks, in whatever order.
 * Investigators are left out: they decide who may visit, not who is drawn.
 * @throws UserError SMP-101 (a household twice), SMP-102 (persons no positive integer), SMP-103 (a name with a tab or line end)
 */
export function frameText(frame: readonly FrameHousehold[]): string {
  const sorted = [...frame].sort((a, b) => byCodePoint(a.id, b.id));
  for (const [i, household] of sorted.entries()) checkHousehold(household, sorted[i - 1]);
  return sorted
    .map((h) => `${h.id}\t${h.stratum}\t${h.town}\t${h.persons}\t${h.must ? 'must' : 'draw'}\n`)
    .join('');
}

function checkHousehold(household: FrameHousehold, before: FrameHousehold | undefined): void {
  const { id, persons, stratum, town } = household;
  if (before?.id === id) {
    throw new UserError('SMP-101', {
      what: { zh: '抽样底册中有一户出现两次。', en: 'A household stands twice in the frame.' },
      why: { zh: '同一户两次会多一倍的机会被抽中。', en: 'Twice in the frame is twice the chance.' },
      remedy: { zh: '请先合并重复的户，再抽样。', en: 'Merge the double household, then draw.' },
    });
  }
  if (!Number.isSafeInteger(persons) || persons < 1) {
    throw new UserError('SMP-102', {
      what: { zh: '抽样底册中有一户没有保障人数。', en: 'A household of the frame has no persons.' },
      why: { zh: '抽查比例按保障人数计算。', en: 'The share is counted in persons.' },
      remedy: { zh: '请补上该户的保障人数（至少1人）。', en: 'Enter its persons (at least one).' },
    });
  }
  if (/[\t\n\r]/u.test(id + stratum + town)) {
    throw new UserError('SMP-103', {
      what: {
        zh: '抽样底册的编号或分层名称含有换行或制表符。',
        en: 'An id or stratum holds a tab or line end.',
      },
      why: { zh: '底册按行计算校验值。', en: 'The frame is hashed line by line.' },
      remedy: { zh: '请去掉这些字符。', en: 'Remove these characters.' },
    });
  }
}
