import type { Got } from '../../api/use-api.tsx';

export type MessageKind = Got<'message.list'>['items'][number]['kind'];

/** Every kind once: a kind the contract has and this misses does not compile. */
const all: Readonly<Record<MessageKind, true>> = {
  assigned: true,
  returned: true,
  givenBack: true,
  remark: true,
  step: true,
  clock: true,
  dueSoon: true,
  overdue: true,
  escalated: true,
  handedOver: true,
};

export const messageKinds = Object.keys(all) as MessageKind[];
