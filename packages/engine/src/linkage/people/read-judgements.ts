import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserError } from '@yangguang/domain/errors/user-error';
import {
  type JudgementColumn,
  judgementColumns,
  readJudgementRow,
  rowFaults,
} from '@yangguang/domain/identity/judgement-file';
import type { JudgedPair } from '@yangguang/domain/identity/judgement';
import Papa from 'papaparse';

/**
 * Reads a file of judgements on identity (`judgementColumns`, UTF-8). All or nothing: a judgement that is passed over in
 * silence would let the model decide again what somebody has decided already.
 *
 * @throws UserError LNK-130 when the file cannot be read, LNK-131 for a row that is not a judgement
 */
export async function readJudgements(file: string): Promise<JudgedPair[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw notReadable(file, cause);
  });
  const { data, meta } = Papa.parse<Partial<Record<JudgementColumn, string>>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  });
  const missing = judgementColumns.find((column) => !(meta.fields ?? []).includes(column));
  if (missing !== undefined) throw notReadable(file, new Error(`no column ${missing}`));
  return data.map((row, at) => {
    const read = readJudgementRow(row);
    if ('fault' in read) throw notAJudgement(file, at + 2, rowFaults[read.fault]);
    return read;
  });
}

function notReadable(file: string, cause: unknown): UserError {
  return new UserError(
    'LNK-130',
    {
      what: {
        zh: `判断文件“${basename(file)}”读不出来。`,
        en: `The file of judgements “${basename(file)}” cannot be read.`,
      },
      why: {
        zh: `它应是 UTF-8 的 CSV，表头为 ${judgementColumns.join(',')}。`,
        en: `It has to be CSV in UTF-8 with the heading ${judgementColumns.join(',')}.`,
      },
      remedy: {
        zh: '请检查路径和表头；可在系统中重新导出。',
        en: 'Check path and heading, or export it from the desk again.',
      },
    },
    { cause },
  );
}

function notAJudgement(
  file: string,
  line: number,
  fault: { readonly zh: string; readonly en: string },
): UserError {
  return new UserError('LNK-131', {
    what: {
      zh: `“${basename(file)}”第${line}行不是一条判断。`,
      en: `Line ${line} of “${basename(file)}” is no judgement.`,
    },
    why: { zh: `${fault.zh}。`, en: `${fault.en}.` },
    remedy: {
      zh: '请改正或删去该行；为免漏掉别人的判断，整个文件都没有使用。',
      en: 'Correct the line or remove it; so that no judgement is passed over, none of the file was used.',
    },
  });
}
