/** A stratum as the draw names it: town, programme, whether doubts are open; null for parts that are none of these. */
export interface StratumParts {
  readonly town: string | null;
  readonly programme: string | null;
  readonly hasDoubts: boolean | null;
}

/** @param stratum such as "371399001 · dibao_rural · low" */
export function stratumParts(stratum: string): StratumParts {
  const [town = '', programme = '', doubts = ''] = stratum.split(' · ');
  return {
    town: /^\d{2,12}$/.test(town) ? town : null,
    programme: /^[a-z_]+$/.test(programme) ? programme : null,
    hasDoubts: doubts === 'high' ? true : doubts === 'low' ? false : null,
  };
}
