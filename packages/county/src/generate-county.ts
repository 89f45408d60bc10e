import { mkdirSync, writeFileSync } from 'node:fs';
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
import { COUNTY_CODE, COUNTY_NAME } from './places.ts';
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
import { planHiddenSpouses, planPartCover, planSplits } from './plan/structure.ts';
import { planStandards, planVillages } from './plan/villages.ts';
import type { Truth } from './truth.ts';
import { writeFiles } from './write-files.ts';

export interface CountyWish {
  /** Where the departments' files go; created if absent. The truth is written beside it as `<folder>-truth.json`. */
  readonly folder: string;
  /** Dibao households, at least about 300. */
  readonly households?: number;
  readonly seed?: number;
  /** 'YYYY-MM-DD', the end of the newest benefit month. */
  readonly asOf?: string;
}

const PLANS: readonly ((county: County) => void)[] = [
  ...[identity.planInvalidNumbers, identity.planPlaceholders, identity.planSharedNumbers],
  ...[identity.planTwiceInProgramme, identity.planSharedPhones, identity.planRosterGaps],
  ...[planDeaths, planPayroll, planCommittee, planVehicles, planEstates, planBusinesses],
  ...[planEmployment, planPensions, planTaxes, overlaps.planInmates, overlaps.planDibaoAndTekun],
  ...[overlaps.planSubsidyOverlaps, overlaps.planRelief, overlaps.planPhaseOuts],
  ...[omissions.planSevere, omissions.planEdgeMembers, omissions.planPoor, omissions.planMedical],
  ...[
    planTekunInstead,
    omissions.planLostChildren,
    planMissedSubsidies,
    omissions.planFallenBack,
    planRefusals,
  ],
  ...[planKin, planDisclosureFaults, planSplits, planPartCover, planHiddenSpouses],
  ...[pay.planAccountNames, pay.planSharedAccounts, pay.planMissedPayments, pay.planEarlyPayments],
  ...[pay.planOddPayments, pay.planShortPayments, pay.planWrongGaps, pay.planPaidAfterStop],
  ...[proxies.planOfficialProxies, proxies.planBusyProxies, proxies.planStaleAgreements],
  ...[planVillages, planStandards],
];

/** Makes the county in memory: cases and decoys first, then everything ordinary around them. */
function makeCounty(seed: number, households: number, asOf: string): County {
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

/**
 * Writes a made-up county as its departments would send it, and its truth beside the folder.
 * The same wish gives the same bytes. No person in it exists.
 */
export async function generateCounty(wish: CountyWish): Promise<Truth> {
  const { folder, households = 600, seed = 1, asOf = '2022-07-31' } = wish;
  const county = makeCounty(seed, households, asOf);
  mkdirSync(folder, { recursive: true });
  const files = await writeFiles(county, folder);
  const truth: Truth = {
    ...{ seed, households, asOf, region: COUNTY_CODE, regionName: COUNTY_NAME },
    planted: county.planted,
    decoys: county.decoys,
    counts: {
      files,
      dibaoHouseholds: county.dibao.filter((household) => household.listed).length,
      recipients: county.recipients.length,
      ...Object.fromEntries(Object.entries(county.lists).map(([name, rows]) => [name, rows.length])),
    },
  };
  writeFileSync(`${folder}-truth.json`, `${JSON.stringify(truth, null, 1)}\n`);
  return truth;
}
