import { join } from 'node:path';
import type { Programme } from '@yangguang/domain/people/scope';
import { everywhere, type Transaction } from '@yangguang/store/database';
import type { EnteredLeads, NewLead } from '@yangguang/store/lead/enter-leads';
import { enterLeads } from '@yangguang/store/lead/enter-leads';
import { enterRolls, findRollIds, type RollHousehold } from '@yangguang/store/run/enter-rolls';
import type { RunRow } from '@yangguang/store/run/run-row';
import { type NamedPlace, type RegionOf, settlePlaces } from '@yangguang/store/run/settle-places';
import type { Office } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import type { JobAtWork } from '../job-kind.ts';
import { FindingCount, type FoundCounts } from './count-findings.ts';
import { Finding, Household, Place, programmeOf, readLines } from './hand-over.ts';

type Needs = Pick<Office, 'db' | 'vault' | 'policy' | 'newId' | 'now'>;

/** What is known of a run once its rules have run. */
export interface FoundRun {
  readonly run: RunRow;
  /** Folder `hand-over/` of its result. */
  readonly folder: string;
  readonly asOf: string;
  readonly packVersion: string;
  /** 'YYYY-MM-DD', the last day of its campaign; null without one. */
  readonly campaignEndOn: string | null;
  /** Rules that only count: nothing of theirs enters. */
  readonly shadow: ReadonlySet<string>;
}

/** What entering it came to. */
export type EnteredRun = FoundCounts & EnteredLeads & { readonly households: number };

/** What a restart goes on from: how many lines of each file are in, and what became of them. */
interface Checkpoint {
  readonly rolls: number;
  readonly findings: number;
  readonly sum: EnteredLeads;
}

const beginning: Checkpoint = {
  rolls: 0,
  findings: 0,
  sum: { entered: 0, known: 0, quiet: 0, returned: 0, woken: 0 },
};

/** Lines of one transaction: about a second's work, so that steps of people get in between. */
const atOnce = 200;

/** A household of the rolls, as findings point at it. */
interface Home {
  readonly id: string;
  readonly region: string;
}

/**
 * Enters a run, some lines a transaction: first the rolls, then the findings. A dry run does all the same in
 * transactions that are undone, so that it counts exactly what would enter.
 */
export class RunEntry {
  readonly #office: Needs;
  readonly #job: JobAtWork;
  readonly #found: FoundRun;
  readonly #homes = new Map<string, Home>();
  readonly #count: FindingCount;
  #kept: Checkpoint;

  constructor(office: Needs, job: JobAtWork, found: FoundRun) {
    this.#office = office;
    this.#job = job;
    this.#found = found;
    this.#count = new FindingCount(found.shadow);
    this.#kept = (job.checkpoint as Checkpoint | null) ?? beginning;
  }

  async enter(): Promise<EnteredRun> {
    const places = await this.#places();
    const regionOf = await this.#settle(places);
    await this.#enterRolls(regionOf);
    await this.#enterFindings(regionOf, places);
    return { ...this.#count.counts(), ...this.#kept.sum, households: this.#homes.size };
  }

  /** Every place that is named, once, in the order of the files: so new ones get the same numbers in a dry run. */
  async #places(): Promise<NamedPlace[]> {
    const places = new Map<string, NamedPlace>();
    for (const name of ['households.ndjson', 'findings.ndjson'])
      for await (const { lines } of readLines(join(this.#found.folder, name), Place, 1000))
        for (const place of lines) places.set(`${place.town} ${place.village}`, place);
    return [...places.values()];
  }

  async #enterRolls(regionOf: RegionOf): Promise<void> {
    const path = join(this.#found.folder, 'households.ndjson');
    for await (const { from, lines } of readLines(path, Household, atOnce)) {
      this.#job.signal.throwIfAborted();
      this.#job.progress(0.82, { zh: `写入底册 ${from} 户`, en: `Entering the rolls: ${from} households` });
      const rolls = lines.map((line) => rollOf(line, regionOf(line)));
      const ids = await this.#putRolls(rolls, from + lines.length);
      for (const [i, line] of lines.entries())
        this.#homes.set(line.private.key, { id: ids[i] ?? '', region: rolls[i]?.region ?? '' });
    }
  }

  async #putRolls(rolls: readonly RollHousehold[], until: number): Promise<string[]> {
    const { vault, db } = this.#office;
    const county = this.#found.run.region;
    if (this.#found.run.is_dry || until <= this.#kept.rolls)
      return db.within(everywhere, (tx) => findRollIds(tx, vault, rolls, county));
    const kept = { ...this.#kept, rolls: until };
    const entry = { county, month: this.#found.asOf.slice(0, 7), at: this.#office.now() };
    const ids = await this.#job.step((tx) => enterRolls(tx, vault, rolls, entry), {
      checkpoint: () => kept,
      asOwner: true,
    });
    this.#kept = kept;
    return ids;
  }

  async #enterFindings(regionOf: RegionOf, places: readonly NamedPlace[]): Promise<void> {
    const path = join(this.#found.folder, 'findings.ndjson');
    for await (const { from, lines } of readLines(path, Finding, atOnce)) {
      this.#job.signal.throwIfAborted();
      this.#job.progress(0.9, { zh: `写入疑点 ${from} 条`, en: `Entering leads: ${from}` });
      for (const line of lines) this.#count.add(line, this.#townOf(line, regionOf));
      const leads = lines
        .filter((line) => line.grade === 'lead' && !this.#found.shadow.has(line.rule))
        .map((line) => this.#leadOf(line, this.#regionOf(line, regionOf)));
      await this.#putLeads(leads, places, from + lines.length);
    }
  }

  async #putLeads(leads: readonly NewLead[], places: readonly NamedPlace[], until: number): Promise<void> {
    if (until <= this.#kept.findings) return;
    const room = journalRoom(this.#office);
    const enter = (tx: Transaction) => enterLeads(tx, room, leads, this.#office.now());
    const keep = (more: EnteredLeads): Checkpoint => ({
      ...this.#kept,
      findings: until,
      sum: added(this.#kept.sum, more),
    });
    if (this.#found.run.is_dry) {
      const county = this.#found.run.region;
      const entered = await undone(this.#office, async (tx) => {
        // Undone like the rest, and in the order in which they were numbered first.
        await settlePlaces(tx, county, places);
        return enter(tx);
      });
      this.#kept = keep(entered);
      return;
    }
    // What became of these lines is part of the checkpoint, and known only in their transaction.
    let kept = this.#kept;
    await this.#job.step(enter, {
      checkpoint: (entered: EnteredLeads) => (kept = keep(entered)),
    });
    this.#kept = kept;
  }

  /** Divisions of these places; a dry run numbers new ones without keeping the numbers. */
  #settle(places: readonly NamedPlace[]): Promise<RegionOf> {
    const settle = (tx: Transaction) => settlePlaces(tx, this.#found.run.region, places);
    return this.#found.run.is_dry ? undone(this.#office, settle) : this.#office.db.within(everywhere, settle);
  }

  #regionOf(line: Finding, regionOf: RegionOf): string {
    const { region } = this.#found.run;
    const own = regionOf(line);
    const home = this.#homes.get(line.private.householdKey ?? '');
    return own === region ? (home?.region ?? own) : own;
  }

  #townOf(line: Finding, regionOf: RegionOf): { region: string; name: string } {
    const region = this.#regionOf(line, regionOf).slice(0, 9);
    return { region, name: region.length === 9 ? (line.town ?? region) : '' };
  }

  #leadOf(line: Finding, region: string): NewLead {
    const { run, packVersion, campaignEndOn } = this.#found;
    const home = this.#homes.get(line.private.householdKey ?? '');
    const programme = programmeOf(line);
    return {
      id: line.id,
      // The household of a dry run may not be in the store: nothing is kept of it.
      household_id: run.is_dry ? null : (home?.id ?? null),
      run_id: run.id,
      campaignId: run.campaign_id,
      rule: line.rule,
      family: line.family,
      severity: line.severity,
      identity_tier: line.identityTier,
      grade: 'lead',
      subject_kind: line.subjectKind,
      subject_name: line.subjectName,
      period: line.period,
      summary_zh: line.summaryZh,
      summary_en: line.summaryEn,
      is_restricted: line.isRestricted,
      region,
      programme,
      amount_fen: line.amountFen === null ? null : BigInt(line.amountFen),
      pack_version: packVersion,
      rule_hash: line.ruleHash,
      private: privateOf(line),
      facts: factsOf(line, programme, campaignEndOn),
    };
  }
}

function factsOf(line: Finding, programme: Programme, campaignEndOn: string | null): NewLead['facts'] {
  return {
    rule: line.rule,
    family: line.family,
    programme,
    identity: line.identityTier,
    isKinCase: line.family === 'KIN',
    isComplaint: false,
    ...(campaignEndOn === null ? {} : { campaignEndOn }),
  };
}

function privateOf({ private: secret, firstStep, isUnconfirmed }: Finding): NewLead['private'] {
  const { idNumber, accountNo, subjectKey, evidence, facts, summary, match } = secret;
  return {
    ...(idNumber === null ? {} : { idNumber }),
    ...(accountNo === null ? {} : { accountNo }),
    ...(subjectKey === null ? {} : { subjectKey }),
    ...{ evidence, facts, summary, match, firstStep, isUnconfirmed },
  };
}

function rollOf(line: Household, region: string): RollHousehold {
  const {
    key: _,
    identity,
    groupName,
    address,
    fileNo,
    cause,
    phone,
    accountNo,
    accountName,
    bank,
    members,
  } = line.private;
  return {
    identity,
    region,
    programme: programmeOf(line),
    headName: line.headName,
    address: address ?? groupName,
    monthlyFen: line.monthlyFen,
    fromMonth: line.fromMonth,
    private: {
      members: members.map(({ health, disability, employment, birthOn, ...member }) => ({
        ...member,
        ...(health === null ? {} : { health }),
        ...(disability === null ? {} : { disability }),
        ...(employment === null ? {} : { employment }),
        ...(birthOn === null ? {} : { birthOn }),
      })),
      accounts: accountNo === null ? [] : [{ number: accountNo, name: accountName ?? '', bank: bank ?? '' }],
      phones: phone === null ? [] : [phone],
      ...(fileNo === null ? {} : { fileNo }),
      ...(cause === null ? {} : { cause }),
    },
  };
}

function added(one: EnteredLeads, other: EnteredLeads): EnteredLeads {
  return {
    entered: one.entered + other.entered,
    known: one.known + other.known,
    quiet: one.quiet + other.quiet,
    returned: one.returned + other.returned,
    woken: one.woken + other.woken,
  };
}

/** Does the work in a transaction that is rolled back, and tells what it came to. */
async function undone<T>(office: Pick<Office, 'db'>, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let result: { readonly value: T } | null = null;
  const undo = new Error('undone on purpose');
  try {
    await office.db.within(everywhere, async (tx) => {
      result = { value: await work(tx) };
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (result === null) throw new Error('nothing was done');
  return (result as { readonly value: T }).value;
}
