import { mkdirSync, writeFileSync } from 'node:fs';
import { makeCounty } from './make-county.ts';
import { COUNTY_CODE, COUNTY_NAME } from './places.ts';
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
