import { campaign } from '@yangguang/contract/campaign';
import { handle } from '../../http/call.ts';
import { phasesOf } from './campaign-plan.ts';

export const templates = handle(campaign.templates, ({ year }, { policy }) =>
  Promise.resolve({
    items: policy.campaigns.map((template) => ({
      id: template.id,
      title: template.title,
      number: template.number ?? null,
      issuer: template.issuer,
      level: template.level,
      year: template.year,
      programmes: template.programmes,
      phases: phasesOf(template, year ?? template.year),
      tasks: template.tasks.length,
      sampleShare: template.sampling?.parameter ?? null,
    })),
  }),
);
