import { z } from 'zod';
import { type CalendarDay, readCalendar } from './calendar-file.ts';
import { type CampaignTemplate, checkCampaigns, loadCampaigns } from './campaign-file.ts';
import { type PackCombination, readCombinations } from './combination-file.ts';
import { type Divisions, readDivisions } from './divisions.ts';
import {
  checkCitation,
  checkInstruments,
  type Instrument,
  readInstrument,
  readRegimes,
  type Regime,
} from './law-file.ts';
import { PackError } from './pack-error.ts';
import { filesUnder, hashRoots, openPackRoot, type PackRoot, readPackFile } from './pack-files.ts';
import { type Parameter, readParameter } from './parameter-file.ts';
import { type RulePage, readRulePage } from './rule-page.ts';
import { readTerms, type Term } from './terms-file.ts';
import { readYaml } from './yaml-file.ts';

/** The policy pack with its overlays applied. Everything is data; nothing here knows the date of the run. */
export interface Pack {
  /** Version of the built-in pack, with '+local' when an overlay was given. */
  readonly version: string;
  /** SHA-256 of all files of all directories. */
  readonly hash: string;
  readonly roots: readonly PackRoot[];
  readonly law: ReadonlyMap<string, Instrument>;
  readonly regimes: readonly Regime[];
  /** Sorted by name. */
  readonly parameters: readonly Parameter[];
  /** Sorted by date. */
  readonly calendar: readonly CalendarDay[];
  /** Read on first use: 40,000 townships. */
  readonly divisions: () => Divisions;
  /** Sorted by code. */
  readonly rules: readonly RulePage[];
  /** Templates of campaigns, sorted by id. */
  readonly campaigns: readonly CampaignTemplate[];
  readonly terms: readonly Term[];
  /** Which benefits one person may receive in the same month. */
  readonly combinations: readonly PackCombination[];
  /** SQL of the named macros. */
  readonly macros: string;
}

const PackFile = z.strictObject({
  name: z.string().min(1),
  version: z.string().regex(/^\d{4}\.\d+\.\d+$/),
  zh: z.string().min(1),
  en: z.string().min(1),
});

const combinations = 'tables/combinations.yml';

/**
 * Loads the built-in pack and overlays, in order. An overlay may add or replace: a rule (same code), a law (same id),
 * a calendar year, the table of combinations, a parameter: its values replace those of the same regions, other regions keep theirs.
 * @param dirs the built-in directory first
 * @throws PackError with file, line and remedy
 */
export function loadPack(dirs: readonly string[]): Pack {
  const roots = dirs.map(openPackRoot);
  const [main] = roots;
  if (!main?.files.includes('pack.yml')) {
    throw new PackError(
      'PACK-30',
      { file: dirs[0] ?? 'policy', line: 1 },
      {
        zh: '第一个目录不是完整的政策包（没有 pack.yml）。请把内置政策包放在最前。',
        en: 'The first directory is not a whole policy pack (no pack.yml). Put the built-in pack first.',
      },
    );
  }
  const { version } = readYaml(readPackFile(main, 'pack.yml'), 'pack.yml', PackFile);
  let divisions: Divisions | undefined;
  const pack: Pack = {
    version: roots.length > 1 ? `${version}+local` : version,
    hash: hashRoots(roots),
    roots,
    law: loadLaw(roots),
    regimes: readRegimes(readPackFile(main, 'law/regimes.yml'), 'law/regimes.yml'),
    parameters: loadParameters(roots),
    calendar: loadCalendar(roots),
    divisions: () => {
      divisions ??= readDivisions(main);
      return divisions;
    },
    rules: loadRules(roots),
    campaigns: loadCampaigns(roots),
    terms: readTerms(readPackFile(main, 'terms.csv'), 'terms.csv'),
    combinations: readCombinations(
      readPackFile(roots.findLast((root) => root.files.includes(combinations)) ?? main, combinations),
      combinations,
    ),
    macros: readPackFile(main, 'tables/macros.sql'),
  };
  checkPack(pack);
  return pack;
}

function loadLaw(roots: readonly PackRoot[]): Map<string, Instrument> {
  const law = new Map<string, Instrument>();
  for (const root of roots) {
    const here = new Set<string>();
    for (const file of filesUnder(root, 'law/', '.yml')) {
      if (file === 'law/regimes.yml') continue;
      const instrument = readInstrument(readPackFile(root, file), file);
      checkUnique(here, instrument.id, file);
      law.set(instrument.id, instrument);
    }
  }
  return law;
}

function loadParameters(roots: readonly PackRoot[]): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const root of roots) {
    const here = new Set<string>();
    for (const file of filesUnder(root, 'parameters/', '.yml')) {
      const parameter = readParameter(readPackFile(root, file), file);
      checkUnique(here, parameter.name, file);
      byName.set(parameter.name, overlaid(byName.get(parameter.name), parameter));
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function overlaid(below: Parameter | undefined, above: Parameter): Parameter {
  if (!below) return above;
  const regions = new Set(above.values.map((v) => v.region));
  return { ...above, values: [...below.values.filter((v) => !regions.has(v.region)), ...above.values] };
}

function loadCalendar(roots: readonly PackRoot[]): CalendarDay[] {
  const years = new Map<string, CalendarDay[]>();
  for (const root of roots) {
    for (const file of filesUnder(root, 'calendar/', '.csv'))
      years.set(file, readCalendar(readPackFile(root, file), file));
  }
  return [...years.values()].flat().sort((a, b) => (a.date < b.date ? -1 : 1));
}

function loadRules(roots: readonly PackRoot[]): RulePage[] {
  const byId = new Map<string, RulePage>();
  for (const root of roots) {
    const here = new Set<string>();
    for (const file of filesUnder(root, 'rules/', '.md')) {
      const page = readRulePage(readPackFile(root, file), file);
      checkUnique(here, page.id, file);
      byId.set(page.id, page);
    }
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function checkUnique(seen: Set<string>, id: string, file: string): void {
  if (!seen.has(id)) {
    seen.add(id);
    return;
  }
  throw new PackError(
    'PACK-26',
    { file, line: 1 },
    {
      zh: `${id} 在同一政策包中出现两次。请合并或改名。`,
      en: `${id} appears twice in one pack. Merge the files or rename one.`,
    },
  );
}

/** What holds between files: instruments, regimes and parameters that are named exist. */
function checkPack(pack: Pack): void {
  checkInstruments(pack.law, namedInstruments(pack));
  checkCampaigns(pack.campaigns, pack);
  const known = new Set(pack.parameters.map((p) => p.name));
  for (const rule of pack.rules) {
    for (const basis of rule.basis) checkCitation(pack.law, basis, rule.file);
    const odd = Object.keys(rule.parameters).find((name) => !known.has(name));
    if (odd === undefined) continue;
    throw new PackError(
      'PACK-27',
      { file: rule.file, line: 2 },
      {
        zh: `参数 ${odd} 不在 policy/parameters。请核对名称，或新增参数文件。`,
        en: `Parameter ${odd} is not in policy/parameters. Check the name or add a file.`,
      },
    );
  }
}

type Naming = { id: string; file: string; line: number };

function namedInstruments(pack: Pack): Naming[] {
  const successors = [...pack.law.values()].flatMap((l) =>
    l.repealedBy === undefined ? [] : [{ id: l.repealedBy, file: l.file, line: 1 }],
  );
  const inRegimes = pack.regimes
    .flatMap((r) => [...r.instruments, ...r.stages.flatMap((s) => s.instruments)])
    .map((id) => ({ id, file: 'law/regimes.yml', line: 1 }));
  const inParameters = pack.parameters.flatMap((p) =>
    p.values.flatMap(({ basis }) =>
      typeof basis === 'object' && 'instrument' in basis
        ? [{ id: basis.instrument, file: p.file, line: 1 }]
        : [],
    ),
  );
  const inRules = pack.rules.flatMap((r) =>
    r.basis.map((b) => ({ id: b.instrument, file: r.file, line: 2 })),
  );
  const inCombinations = pack.combinations.flatMap(({ basis }) =>
    'instrument' in basis ? [{ id: basis.instrument, file: combinations, line: 1 }] : [],
  );
  return [...successors, ...inRegimes, ...inParameters, ...inRules, ...inCombinations];
}
