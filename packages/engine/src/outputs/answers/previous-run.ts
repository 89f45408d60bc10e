import { createReadStream } from 'node:fs';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { OutputFolderError } from './output-folder-error.ts';

/** A lead of an earlier output, as its CSV has it; `cells` holds every column by name. */
export interface PreviousLead {
  readonly leadId: string;
  readonly grade: 'lead' | 'screening';
  readonly rule: string;
  readonly town: string;
  readonly cells: Readonly<Record<string, string>>;
}

const keptAnswer = z.object({
  leadId: z.string(),
  rule: z.string(),
  town: z.string(),
  verdict: z.enum(['confirmed', 'cleared', 'identity_wrong', 'data_wrong']),
  outcome: z.string().nullable(),
  checkedBy: z.string(),
  checkedOn: z.string().nullable(),
  rectification: z.string().nullable(),
  exitManner: z.string().nullable(),
});

/** What an office answered about a lead. */
export type KeptAnswer = Readonly<z.infer<typeof keptAnswer>>;

const answersFile = z.object({ answers: z.array(keptAnswer) });

/** An earlier output: its leads that still stood, and what was answered about them and before them. */
export interface PreviousRun {
  readonly leads: ReadonlyMap<string, PreviousLead>;
  readonly answers: ReadonlyMap<string, KeptAnswer>;
  /** Leads found innocent or about another person: silent as long as the same facts give the same lead id. */
  readonly quiet: ReadonlySet<string>;
}

const quietVerdicts: ReadonlySet<string> = new Set(['cleared', 'identity_wrong']);

/**
 * Loads an earlier output folder for comparison: leads.csv and screening.csv without those already gone then,
 * and answers.json when there is one.
 * @throws OutputFolderError when the folder is no output of a check, or its files cannot be read.
 */
export async function previousRun(dir: string): Promise<PreviousRun> {
  if (!(await exists(join(dir, 'run.json')))) throw new OutputFolderError('ANS-001', dir);
  const leads = new Map<string, PreviousLead>();
  for (const grade of ['lead', 'screening'] as const) {
    for await (const lead of outputLeads(dir, grade)) {
      if (lead.cells['change'] !== 'gone') leads.set(lead.leadId, lead);
    }
  }
  const answers = new Map((await readKeptAnswers(dir)).map((answer) => [answer.leadId, answer]));
  const quiet = [...answers.values()].filter((answer) => quietVerdicts.has(answer.verdict));
  return { leads, answers, quiet: new Set(quiet.map((answer) => answer.leadId)) };
}

/**
 * Streams the leads of an output folder, those marked gone included.
 * @yields each row of leads.csv or screening.csv.
 */
export async function* outputLeads(dir: string, grade: 'lead' | 'screening'): AsyncGenerator<PreviousLead> {
  const path = join(dir, grade === 'lead' ? 'leads.csv' : 'screening.csv');
  if (!(await exists(path))) throw new OutputFolderError('ANS-002', path);
  const input = createReadStream(path, { encoding: 'utf8' }).pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true }),
  );
  for await (const cells of input as AsyncIterable<Record<string, string>>) {
    const leadId = cells['lead_id'] ?? '';
    if (leadId !== '') yield { leadId, grade, rule: cells['rule'] ?? '', town: cells['town'] ?? '', cells };
  }
}

/** The answers kept in an output folder; none when nobody has answered yet. */
export async function readKeptAnswers(dir: string): Promise<KeptAnswer[]> {
  const path = join(dir, 'answers.json');
  if (!(await exists(path))) return [];
  try {
    return answersFile.parse(JSON.parse(await readFile(path, 'utf8'))).answers;
  } catch (cause) {
    throw new OutputFolderError('ANS-003', path, { cause });
  }
}

/** Writes answers.json, sorted by lead id, for its owner only. */
export async function writeKeptAnswers(dir: string, answers: Iterable<KeptAnswer>): Promise<void> {
  const sorted = [...answers].sort((a, b) => (a.leadId < b.leadId ? -1 : 1));
  await writeFile(join(dir, 'answers.json'), `${JSON.stringify({ answers: sorted }, null, 2)}\n`, {
    mode: 0o600,
  });
}

/**
 * Takes what was answered before into a new output. Without this a lead cleared two runs ago would speak again:
 * quiet leads are not in leads.csv, so only answers.json remembers them.
 */
export async function carryAnswers(previous: PreviousRun, dir: string): Promise<void> {
  if (previous.answers.size > 0) await writeKeptAnswers(dir, previous.answers.values());
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
