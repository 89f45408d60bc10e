import type { ImportResult } from '../import/import-folder.ts';
import type { InputList } from '../import/read/list-input.ts';
import type { Bilingual, FileSummary } from './run-meta.ts';

/** Files left alone or refused, as lines of the import report: nothing that lay in the folder goes unmentioned. */
export function unreadFiles(input: InputList, imported: ImportResult): FileSummary[] {
  return [
    ...input.left.map((left) => unread(left.name, '', left.why)),
    ...[...input.refusals, ...imported.refusals].map((refusal) =>
      unread(refusal.file, refusal.sheet ?? '', {
        zh: `${refusal.code} ${refusal.zh}；${refusal.remedyZh}`,
        en: `${refusal.code} ${refusal.en}; ${refusal.remedyEn}`,
      }),
    ),
  ];
}

function unread(file: string, sheet: string, why: Bilingual): FileSummary {
  return {
    file,
    sheet,
    table: null,
    titleZh: '未读',
    titleEn: 'Not read',
    confidence: 0,
    rowsIn: 0,
    rowsTaken: 0,
    rowsSetAside: 0,
    rowsStructure: 0,
    alarms: [why],
    mapping: [],
    sourceOn: null,
  };
}
