import type { Decoy, Planted, Subject, Truth } from '@yangguang/county/truth';
import { type LeadLine, readLeads } from './read-leads.ts';

/** What a check found of what was planted. Texts name the case, so that a failing test says what to look at. */
export interface Score {
  /** Planted cases neither among the leads nor on the screening list. */
  readonly missed: readonly string[];
  /** Decoys with a lead of the same rule, suspect or serious. */
  readonly fooled: readonly string[];
  readonly leads: number;
}

/** Compares a result written with `--id-numbers full` with the truth of its county. */
export function scoreRun(out: string, truth: Truth): Score {
  const leads = readLeads(out, 'leads.csv');
  const all = [...leads, ...readLeads(out, 'screening.csv')];
  return {
    missed: truth.planted.filter((planted) => !all.some((line) => finds(line, planted))).map(tellPlanted),
    fooled: truth.decoys.flatMap((decoy) =>
      leads.filter((line) => accuses(line, decoy)).map((line) => tellFooled(decoy, line)),
    ),
    leads: leads.length,
  };
}

const isFamily = ({ kind }: Subject): boolean => kind === 'person' || kind === 'household';

/** By a number that may fairly stand for the case; places, accounts and people without a number by name. */
function finds(line: LeadLine, planted: Planted): boolean {
  if (line.rule !== planted.rule) return false;
  const numbers = new Set([planted.idNumber, planted.householdHeadId, ...(planted.anyOf ?? [])]);
  if (numbers.has(line.id_number || 'none') || numbers.has(line.household_head_id || 'none')) return true;
  if (line.subject_name !== planted.subjectName) return false;
  return !isFamily(planted) || (planted.idNumber === undefined && sameVillage(line, planted));
}

const sameVillage = (line: LeadLine, { village }: Subject): boolean =>
  line.village === '' || line.village === village;

/** A lead, suspect or above, of the decoy's rule about the decoy itself; a household's lead is about its head. */
function accuses(line: LeadLine, decoy: Decoy): boolean {
  if (line.rule !== decoy.rule || line.severity === 'info') return false;
  if (decoy.idNumber !== undefined && line.id_number === decoy.idNumber) return true;
  if (decoy.kind === 'household' && line.subject_kind === 'household')
    return line.household_head_id === decoy.householdHeadId;
  return decoy.idNumber === undefined && line.subject_name === decoy.subjectName;
}

const tellPlanted = (planted: Planted): string =>
  [planted.rule, planted.subjectName, planted.village, planted.note, planted.damage]
    .filter(Boolean)
    .join(' ');

const tellFooled = (decoy: Decoy, line: LeadLine): string =>
  `${decoy.rule} ${decoy.subjectName ?? ''} ${decoy.why}: ${line.severity} ${line.summary}`;
