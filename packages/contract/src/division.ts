import { z } from 'zod';
import { operation, RegionCode } from './operation.ts';

const Named = z.strictObject({ code: RegionCode, name: z.string() });

/** 行政区划: names of places, which are no secret: official ones to the township, villages from the office's own lists. */
export const division = {
  children: operation({
    method: 'GET',
    path: '/division/children',
    title: { zh: '下级区划', en: 'Divisions below' },
    about: {
      zh: '一个区划的直接下级，按代码的官方次序，并说明是否还有下级；of 为空即各省。',
      en: 'What lies directly below a division, in the official order of codes, and whether anything lies below that; of the whole country when `of` is empty.',
    },
    may: 'session.own',
    input: z.strictObject({ of: RegionCode.default('') }),
    output: z.strictObject({ items: z.array(Named.extend({ hasChildren: z.boolean() })) }),
    refusals: [],
    logs: 'none',
  }),
  names: operation({
    method: 'GET',
    path: '/division/names',
    title: { zh: '区划名称', en: 'Names of divisions' },
    about: {
      zh: '一组代码的名称；不认识的代码不在其中。',
      en: 'What the codes are called; a code nobody knows is not among them.',
    },
    may: 'session.own',
    input: z.strictObject({ codes: z.array(RegionCode.min(2)).min(1).max(200) }),
    output: z.strictObject({ items: z.array(Named) }),
    refusals: [],
    logs: 'none',
  }),
} as const;
