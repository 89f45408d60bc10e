import { retention } from '@yangguang/contract/retention';
import { type ListedPlan, listPlans } from '@yangguang/store/retention/plan';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';
import { pageAfter, pageOf } from '../page-after.ts';

export const list = handle(retention.list, async (page, call) => {
  const rows = await call.db.asOwner((tx) => listPlans(tx, areasOf(call), pageAfter(page)));
  const answer = pageOf(rows, page.limit, ({ id }) => id, lineOf);
  call.note({ plans: answer.items.length });
  return answer;
});

function lineOf(plan: ListedPlan) {
  const { certificateId: id, counts, contentHash, basis } = plan;
  return {
    id: plan.id,
    area: plan.area,
    state: plan.state,
    years: plan.years,
    endedBefore: plan.endedBefore.toISOString(),
    matters: plan.matters.length,
    households: plan.households.length,
    proposedBy: plan.proposedByName,
    proposedAt: plan.proposedAt.toISOString(),
    decidedBy: plan.decidedByName,
    decidedAt: plan.decidedAt?.toISOString() ?? null,
    certificate:
      id === null || counts === null || contentHash === null || basis === null
        ? null
        : { id, basis, counts, contentHash },
  };
}
