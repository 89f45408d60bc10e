import {
  fillDibao,
  fillOtherProgrammes,
  fillRegisters,
  fillStrangers,
  roughenNumbers,
} from './background.ts';
import { County } from './county.ts';
import { harmless, shownNumber } from './damage.ts';
import { varyYears } from './history.ts';
import { planBusinesses, planEstates, planVehicles } from './plan/assets.ts';
import { planDeaths } from './plan/deaths.ts';
import * as identity from './plan/identity.ts';
import { planEmployment, planPensions, planTaxes } from './plan/income.ts';
import { planCommittee, planDisclosureFaults, planKin, planPayroll } from './plan/officials.ts';
import * as omissions from './plan/omissions.ts';
import { planMissedSubsidies, planRefusals, planTekunInstead } from './plan/omissions-inside.ts';
import * as overlaps from './plan/overlaps.ts';
import * as pay from './plan/payments.ts';
import * as proxies from './plan/proxies.ts';
import { planFallenBack, planLostChildren } from './plan/setbacks.ts';
import { planHiddenSpouses, planPartCover, planSplits } from './plan/structure.ts';
import { planStandards } from './plan/standards.ts';
import { planVillages } from './plan/villages.ts';

const PLANS: readonly ((county: County) => void)[] = [
  ...[identity.planInvalidNumbers, identity.planPlaceholders, identity.planSharedNumbers],
  ...[identity.planTwiceInProgramme, identity.planSharedPhones, identity.planRosterGaps],
  ...[planDeaths, planPayroll, planCommittee, planVehicles, planEstates, planBusinesses],
  ...[planEmployment, planPensions, planTaxes, overlaps.planInmates, overlaps.planDibaoAndTekun],
  ...[overlaps.planSubsidyOverlaps, overlaps.planRelief, overlaps.planPhaseOuts],
  ...[omissions.planSevere, omissions.planEdgeMembers, omissions.planPoor, omissions.planMedical],
  ...[planTekunInstead, planLostChildren, planMissedSubsidies, planFallenBack, planRefusals],
  ...[planKin, planDisclosureFaults, planSplits, planPartCover, planHiddenSpouses],
  ...[pay.planAccountNames, pay.planSharedAccounts, pay.planMissedPayments, pay.planEarlyPayments],
  ...[pay.planOddPayments, pay.planShortPayments, pay.planWrongGaps, pay.planPaidAfterStop],
  ...[proxies.planOfficialProxies, proxies.planBusyProxies, proxies.planStaleAgreements],
  ...[planVillages, planStandards],
];

/** Makes the county in memory: cases and decoys first, then everything ordinary around them. */
export function makeCounty(seed: number, households: number, asOf: string): County {
  const county = new County(seed, households, asOf);
  for (const plan of PLANS) plan(county);
  fillDibao(county, households);
  fillOtherProgrammes(county, households);
  fillRegisters(county);
  fillStrangers(county, households);
  varyYears(county);
  roughenNumbers(county, (id) => shownNumber(county.random, id, harmless(county.random, id)));
  return county;
}
