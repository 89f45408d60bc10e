import { z } from 'zod';
import { filterTokens } from './filter-token.ts';
import { leadOrders, viewFilters } from './lead-filters.ts';
import { Colleague } from './matter-parts.ts';
import { Id, operation, RegionCode } from './operation.ts';

const View = {
  id: Id,
  title: z.string().trim().min(1).max(30),
  filter: filterTokens(viewFilters),
  order: z.enum(leadOrders).default('due'),
  by: z.enum(['lead', 'household']).default('household'),
} as const;

/** 视图: what somebody keeps of the queue of leads: filters and an order, never names or numbers. */
export const view = {
  list: operation({
    method: 'GET',
    path: '/view/list',
    title: { zh: '保存的视图', en: 'Saved views' },
    about: {
      zh: '本人保存的，以及本单位同事共享的疑点视图，先本人的。',
      en: 'Views of the queue that one keeps, and those that colleagues of the own office share; one’s own first.',
    },
    may: 'lead.read',
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          ...View,
          isShared: z.boolean(),
          isOwn: z.boolean(),
          region: RegionCode,
          by: z.enum(['lead', 'household']),
          order: z.enum(leadOrders),
          filter: z.array(z.string()),
          savedBy: Colleague.nullable(),
        }),
      ),
    }),
    refusals: [],
    logs: 'none',
  }),
  save: operation({
    method: 'POST',
    path: '/view/save',
    title: { zh: '保存视图', en: 'Save a view' },
    about: {
      zh: '按编号新存或改存自己的视图；可供本单位同事共用。名称和筛选中不得有姓名、号码。',
      en: 'A new one or one’s own again, by its id; it may be shared with the colleagues of one’s office. Neither title nor filter holds a name or number of a person.',
    },
    may: 'lead.read',
    input: z.strictObject({ ...View, isShared: z.boolean().default(false) }),
    output: z.strictObject({ id: Id }),
    refusals: ['MAT-103', 'VIEW-101', 'VIEW-102'],
    logs: 'act',
  }),
  remove: operation({
    method: 'POST',
    path: '/view/remove',
    title: { zh: '删除视图', en: 'Remove a view' },
    about: {
      zh: '只能删除自己的视图；疑点本身不受影响。',
      en: 'One’s own only; the leads are not touched.',
    },
    may: 'lead.read',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ id: Id }),
    refusals: ['VIEW-101'],
    logs: 'act',
  }),
} as const;
