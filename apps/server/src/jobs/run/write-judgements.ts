import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FiledJudgement, writeJudgementFile } from '@yangguang/domain/identity/judgement-file';
import { verdictWords } from '@yangguang/domain/identity/verdict';
import type { Judgement } from '@yangguang/store/identity/identity-judgement';

/**
 * A judgement as a file carries it. A step stands for its own reason: what people type there may be a word or two, and a
 * file asks for more.
 */
export function filedJudgement(judgement: Judgement): FiledJudgement {
  const { faces, verdict, by, why, source, judged_at: at } = judgement;
  const byStep = `办理疑点时认定：${verdictWords[verdict].zh}`;
  const reason = source === 'step' ? [byStep, ...(why === null ? [] : [why])].join('；') : (why ?? byStep);
  return { faces, verdict, by, at: at.toISOString(), why: reason };
}

/**
 * Writes what people judged of identity into the private folder of a job, for nobody else to read: whole numbers stand
 * there. @returns its path, empty when there is nothing
 */
export async function writeJudgements(home: string, judgements: readonly Judgement[]): Promise<string> {
  if (judgements.length === 0) return '';
  const path = join(home, 'judgements.csv');
  await writeFile(path, writeJudgementFile(judgements.map(filedJudgement)), { mode: 0o600 });
  return path;
}
