import { campaign } from './campaign.ts';
import { decision } from './decision.ts';
import { hazard } from './hazard.ts';
import { inspection } from './inspection.ts';
import { lead } from './lead.ts';
import { notice } from './notice.ts';
import { petition } from './petition.ts';
import { phaseOut } from './phase-out.ts';
import { policyItem } from './policy-item.ts';
import { proxyAgreement } from './proxy-agreement.ts';
import { publicNotice } from './public-notice.ts';
import { recovery } from './recovery.ts';
import { referral } from './referral.ts';
import { task } from './task.ts';
import { verification } from './verification.ts';
import type { Workflow } from './workflow.ts';

/** The ids of all workflows, in the order of domain §6. */
export const workflowIds = [
  'campaign',
  'task',
  'lead',
  'verification',
  'decision',
  'notice',
  'publicNotice',
  'phaseOut',
  'hazard',
  'recovery',
  'referral',
  'petition',
  'inspection',
  'proxyAgreement',
  'policyItem',
] as const;

/** What `matter.workflow` may hold. */
export type WorkflowId = (typeof workflowIds)[number];

/** The fifteen workflows, by id. */
export const workflows: Readonly<Record<WorkflowId, Workflow>> = {
  campaign,
  task,
  lead,
  verification,
  decision,
  notice,
  publicNotice,
  phaseOut,
  hazard,
  recovery,
  referral,
  petition,
  inspection,
  proxyAgreement,
  policyItem,
};

/** True for the id of a workflow. */
export function isWorkflowId(id: string): id is WorkflowId {
  return Object.hasOwn(workflows, id);
}
