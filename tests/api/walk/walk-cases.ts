import { campaignCases, runCases, sampleCases } from './campaign-cases.ts';
import { exportCases, referralCases } from './export-cases.ts';
import { identityCases, matterCases, viewCases } from './matter-cases.ts';
import { officeCases, sessionCases } from './office-cases.ts';
import { policyCases } from './policy-cases.ts';
import { recordCases } from './record-cases.ts';
import type { WalkCase } from './walk-case.ts';

/** One request for every operation of the contract. */
export const walkCases: Readonly<Record<string, WalkCase>> = {
  ...sessionCases,
  ...officeCases,
  ...matterCases,
  ...identityCases,
  ...viewCases,
  ...recordCases,
  ...campaignCases,
  ...sampleCases,
  ...runCases,
  ...referralCases,
  ...exportCases,
  ...policyCases,
};
