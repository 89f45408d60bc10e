import type { RunReport } from '@yangguang/contract/run';
import type { Finding } from './hand-over.ts';

type Severity = Finding['severity'];
type Counts = { leads: number } & Record<Severity, number>;

const nothing = (): Counts => ({ leads: 0, serious: 0, suspect: 0, info: 0 });

/** What a run found, counted: the same whether it enters or not. */
export type FoundCounts = Pick<
  RunReport,
  'leads' | 'screening' | 'serious' | 'suspect' | 'info' | 'byRule' | 'shadow' | 'byTown' | 'expectedVisits'
>;

/** Counts findings one by one: by rule, severity and town, and the visits they will take. */
export class FindingCount {
  readonly #all = nothing();
  #screening = 0;
  readonly #rules = new Map<string, Counts>();
  readonly #towns = new Map<string, Counts & { readonly name: string; readonly homes: Set<string> }>();
  readonly #visits = new Set<string>();
  readonly #shadow: ReadonlyMap<string, Counts>;

  /** @param shadow rules that only count: each stands in the report by itself, and in no sum */
  constructor(shadow: ReadonlySet<string> = new Set()) {
    this.#shadow = new Map([...shadow].map((rule) => [rule, nothing()]));
  }

  /** @param town division of the town, or the county when none is known */
  add(finding: Finding, town: { readonly region: string; readonly name: string }): void {
    if (finding.grade === 'screening') {
      if (!this.#shadow.has(finding.rule)) this.#screening += 1;
      return;
    }
    const shadowed = this.#shadow.get(finding.rule);
    if (shadowed !== undefined) {
      shadowed.leads += 1;
      shadowed[finding.severity] += 1;
      return;
    }
    const home = homeOf(finding);
    const rule = this.#rules.get(finding.rule) ?? nothing();
    const place = this.#towns.get(town.region) ?? { ...nothing(), name: town.name, homes: new Set<string>() };
    this.#rules.set(finding.rule, rule);
    this.#towns.set(town.region, place);
    for (const counts of [this.#all, rule, place]) {
      counts.leads += 1;
      counts[finding.severity] += 1;
    }
    if (home === null) return;
    place.homes.add(home);
    if (finding.severity !== 'info') this.#visits.add(home);
  }

  counts(): FoundCounts {
    const byCode = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
      a < b ? -1 : 1;
    return {
      ...this.#all,
      screening: this.#screening,
      byRule: [...this.#rules].sort(byCode).map(([rule, counts]) => ({ rule, ...counts })),
      shadow: [...this.#shadow].sort(byCode).map(([rule, counts]) => ({ rule, ...counts })),
      byTown: [...this.#towns]
        .sort(byCode)
        .map(([region, { homes, ...counts }]) => ({ region, ...counts, households: homes.size })),
      expectedVisits: this.#visits.size,
    };
  }
}

/** Whom to visit: the household, or the person who is in none; null for accounts, villages, towns. */
function homeOf({ subjectKind, private: secret, id }: Finding): string | null {
  if (secret.householdKey !== null) return `household ${secret.householdKey}`;
  if (!['person', 'household', 'official'].includes(subjectKind)) return null;
  return `person ${secret.subjectKey ?? secret.idNumber ?? id}`;
}
