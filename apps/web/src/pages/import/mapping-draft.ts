import type { Got, Sent } from '../../api/use-api.tsx';

export type Preview = Got<'import.preview'>;
export type DataSet = Got<'import.dataSets'>['dataSets'][number];

/** What somebody is about to say of a sheet. */
export interface MappingDraft {
  /** A data set; 'none' leaves the sheet out, 'auto' takes what is recognised. */
  readonly dataset: string;
  /** As typed: number of the row with the headings, '' where it was found. */
  readonly headerRow: string;
  /** Column of the data set by place; '' is not used. */
  readonly columns: readonly string[];
}

/** As the sheet is read now. @param table of the report; null when it was not recognised */
export function draftOf(preview: Preview, table: string | null): MappingDraft {
  return {
    dataset: table !== null && !table.includes('+') ? table : 'auto',
    headerRow: '',
    columns: preview.columns.map(({ column }) => column ?? ''),
  };
}

/** The same as another data set: as the import would read the columns then, else by their headings. */
export function draftAs(draft: MappingDraft, preview: Preview, dataSet: DataSet | undefined): MappingDraft {
  if (dataSet === undefined) return { ...draft, columns: preview.columns.map(() => '') };
  const offered = preview.offers.find(({ table }) => table === dataSet.table);
  const taken = new Set<string>();
  const columns = preview.columns.map(({ heading }, place) => {
    const name =
      offered === undefined
        ? dataSet.columns.find(({ title, name: own }) => heading === title.zh || heading === own)?.name
        : offered.columns[place];
    if (name === undefined || name === null || taken.has(name)) return '';
    taken.add(name);
    return name;
  });
  return { ...draft, columns };
}

/** What keeps a draft from being sent. */
export type MappingFault = 'noDataSet' | 'noColumns' | 'twice' | 'badHeaderRow';

export function mappingFaults(draft: MappingDraft): MappingFault[] {
  const { dataset, headerRow } = draft;
  const faults: MappingFault[] = [];
  if (dataset === '') faults.push('noDataSet');
  if (headerRow !== '' && !isHeaderRow(headerRow)) faults.push('badHeaderRow');
  return ['', 'none', 'auto'].includes(dataset) ? faults : [...faults, ...columnFaults(draft)];
}

const isHeaderRow = (typed: string): boolean => /^(?:[1-9]|[1-3]\d|40)$/.test(typed);

function columnFaults({ columns }: MappingDraft): MappingFault[] {
  const used = columns.filter((name) => name !== '');
  if (used.length === 0) return ['noColumns'];
  return new Set(used).size === used.length ? [] : ['twice'];
}

/** Places whose column another one feeds as well. */
export function doublePlaces({ columns }: MappingDraft): number[] {
  return columns.flatMap((name, place) =>
    name !== '' && columns.some((other, at) => other === name && at !== place) ? [place] : [],
  );
}

/** Whether all rows would be set aside: nobody's name or number is among the columns. */
export function namesNobody({ columns }: MappingDraft, dataSet: DataSet | undefined): boolean {
  const people = dataSet?.columns.filter(({ isPerson }) => isPerson) ?? [];
  return people.length > 0 && !people.some(({ name }) => columns.includes(name));
}

/** As it is sent. */
export function sheetOf(draft: MappingDraft, sheet: number): Sent<'import.map'>['sheets'][number] {
  const { dataset, headerRow, columns } = draft;
  if (dataset === 'none' || dataset === 'auto') return { sheet, dataset };
  return {
    sheet,
    dataset,
    headerRow: headerRow === '' ? null : Number(headerRow),
    columns: columns.flatMap((column, place) => (column === '' ? [] : [{ place, column }])),
  };
}

/** Letters of a column as spreadsheets show them: 0 → A, 26 → AA. */
export function columnLetters(place: number): string {
  const rest = Math.floor(place / 26) - 1;
  return `${rest < 0 ? '' : columnLetters(rest)}${String.fromCharCode(65 + (place % 26))}`;
}
