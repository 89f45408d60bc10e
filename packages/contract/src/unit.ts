import { z } from 'zod';
import { Id, operation, page, PageInput } from './operation.ts';

const Unit = z.strictObject({
  id: Id,
  area: z.string().regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/, 'a division code'),
  name: z.string().trim().min(2).max(80),
  kind: z.enum(['bureau', 'town', 'village', 'department', 'bank', 'institution', 'discipline']),
});

/** Offices people belong to; the area of the unit says who looks after its accounts. */
export const unit = {
  list: operation({
    method: 'GET',
    path: '/unit/list',
    title: { zh: '单位列表', en: 'List units' },
    about: { zh: '本人管理地区内的单位。', en: 'Units of the areas one looks after.' },
    may: 'account.read',
    input: z.strictObject({ ...PageInput }),
    output: page(Unit),
    refusals: [],
    logs: 'list',
  }),
  create: operation({
    method: 'POST',
    path: '/unit/create',
    title: { zh: '设立单位', en: 'Set up a unit' },
    about: { zh: '在本人管理的地区内设立单位。', en: 'Sets up an office within the areas one looks after.' },
    may: 'account.manage',
    input: Unit,
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['ACC-126', 'ACC-129', 'ACC-134'],
    logs: 'act',
  }),
} as const;
