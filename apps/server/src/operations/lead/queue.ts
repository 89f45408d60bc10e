import { lead } from '@yangguang/contract/lead';
import { isWorkflowId, workflowIds, workflows } from '@yangguang/domain/workflows/all';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import { countQueue, type QueueCount } from '@yangguang/store/matter/count-queue';
import { listMatters } from '@yangguang/store/matter/list-matters';
import { handle } from '../../http/call.ts';
import { noteList } from '../matter/list.ts';
import { matterLines } from '../matter/matter-line.ts';

export const queue = handle(lead.queue, async ({ limit }, call) => {
  const { accountId } = call.caller;
  const answer = await call.db.within(call.reach, async (tx) => {
    const counts = await countQueue(tx, accountId, dayOf(call.now().toISOString()), call.reach);
    const cut = { workflows: workflowIds, assignedTo: accountId };
    const rows = await listMatters(tx, call.reach, cut, { after: null, limit });
    return { counts: counts.map(bucket), next: await matterLines(tx, call, rows) };
  });
  noteList(call, [], answer.next);
  return answer;
});

function bucket(count: QueueCount): QueueCount & { readonly title: { zh: string; en: string } } {
  const state = isWorkflowId(count.workflow) ? stateWords(count.workflow, count.state) : undefined;
  return { ...count, title: { zh: state?.zh ?? count.state, en: state?.en ?? count.state } };
}

function stateWords(
  workflow: keyof typeof workflows,
  state: string,
): { readonly zh: string; readonly en: string } | undefined {
  const states: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
    workflows[workflow].states;
  return states[state];
}
