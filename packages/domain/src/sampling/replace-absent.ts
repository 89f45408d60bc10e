import { UserError } from '../errors/user-error.ts';
import type { Draw, DrawnStratum } from './draw-sample.ts';

/** A drawn household that could not be checked, why, and who came in its place. */
export interface Replacement {
  readonly id: string;
  /** In words: moved away, in hospital … Kept with the sample. */
  readonly reason: string;
  /** Next in the stratum's order; several when the first is smaller and the share would be missed; none left: []. */
  readonly by: readonly string[];
}

/** A draw as it stands after replacements. `drawn` holds who is to be checked now. */
export interface ReplacedDraw extends Draw {
  readonly replacements: readonly Replacement[];
  /** Persons short of the target, by stratum, once its order is used up. Empty when every share is still reached. */
  readonly shortPersons: Readonly<Record<string, number>>;
}

/**
 * Replaces a drawn household by the next of its stratum's order, never by choice. Persons drawn must again reach the
 * stratum's target, so a small next one brings the following one along. Must-cases are never replaced: they stay open until
 * they are visited.
 * @param persons persons of every household of the frame, by id
 * @throws UserError SMP-106 (not in the draw, or replaced before), SMP-107 (must-case), SMP-108 (no reason)
 */
export function replaceAbsent(
  draw: Draw | ReplacedDraw,
  absent: { readonly id: string; readonly reason: string },
  persons: ReadonlyMap<string, number>,
): ReplacedDraw {
  const { id } = absent;
  if (absent.reason.trim() === '') throw noReason();
  if (draw.strata.some((s) => s.must.includes(id))) throw mustCase();
  const at = draw.strata.findIndex((s) => s.drawn.includes(id));
  const stratum = draw.strata[at];
  if (stratum === undefined) throw notDrawn();
  const { next, by, short } = withNext(stratum, id, persons);
  const before = 'replacements' in draw ? draw : { replacements: [], shortPersons: {} };
  const changed = by.reduce((sum, one) => sum + (persons.get(one) ?? 0), 0) - (persons.get(id) ?? 0);
  return {
    ...draw,
    strata: draw.strata.with(at, next),
    drawnHouseholds: draw.drawnHouseholds - 1 + by.length,
    drawnPersons: draw.drawnPersons + changed,
    replacements: [...before.replacements, { id, reason: absent.reason.trim(), by }],
    shortPersons: short > 0 ? { ...before.shortPersons, [stratum.stratum]: short } : before.shortPersons,
  };
}

function withNext(
  stratum: DrawnStratum,
  id: string,
  persons: ReadonlyMap<string, number>,
): { next: DrawnStratum; by: string[]; short: number } {
  const kept = stratum.drawn.filter((one) => one !== id);
  let reached = kept.reduce((sum, one) => sum + (persons.get(one) ?? 0), 0);
  const by: string[] = [];
  for (const one of stratum.reserve) {
    if (by.length > 0 && reached >= stratum.targetPersons) break;
    by.push(one);
    reached += persons.get(one) ?? 0;
  }
  const next = { ...stratum, drawn: [...kept, ...by], reserve: stratum.reserve.slice(by.length) };
  return { next, by, short: Math.max(0, stratum.targetPersons - reached) };
}

function noReason(): UserError {
  return new UserError('SMP-108', {
    what: { zh: '没有写替换原因。', en: 'The reason for the replacement is missing.' },
    why: { zh: '每次替换都要留下原因，供复查。', en: 'Every replacement keeps its reason for review.' },
    remedy: { zh: '请写明未能核查的原因。', en: 'Say why the household could not be checked.' },
  });
}

function mustCase(): UserError {
  return new UserError('SMP-107', {
    what: {
      zh: '该户属于必查对象，不能替换。',
      en: 'This household must be checked and cannot be replaced.',
    },
    why: {
      zh: '近亲属备案、村干部、被举报和严重疑点户要逐户核查。',
      en: 'Kin of officials, cadres, the complained of and serious leads are checked one by one.',
    },
    remedy: {
      zh: '请另约时间，或由其他督查人员核查。',
      en: 'Make another appointment or send other inspectors.',
    },
  });
}

/** SMP-106. */
export function notDrawn(): UserError {
  return new UserError('SMP-106', {
    what: { zh: '该户不在现有抽样名单中。', en: 'This household is not in the sample as it stands.' },
    why: { zh: '它没有被抽中，或已被替换。', en: 'It was not drawn, or was replaced before.' },
    remedy: { zh: '请核对抽样名单。', en: 'Compare with the list of the sample.' },
  });
}
