import { expect, it } from 'vitest';
import {
  columnLetters,
  type DataSet,
  doublePlaces,
  draftAs,
  draftOf,
  mappingFaults,
  namesNobody,
  type Preview,
  sheetOf,
} from './mapping-draft.ts';

const column = (name: string, zh: string, isPerson = false) => ({
  ...{ name, title: { zh, en: name }, type: 'text', isTelling: false, isPerson },
});
const cremation: DataSet = {
  ...{ table: 'cremation', id: 'D22', title: { zh: '火化', en: 'Cremations' }, department: '民政' },
  columns: [
    column('name', '姓名', true),
    column('id_number', '身份证号', true),
    column('cremated_on', '火化时间'),
  ],
};
const preview: Preview = {
  ...{ version: 3, sheet: 0, titles: [], headerRow: null, rows: [], byHand: null },
  columns: ['姓名', '号', '火化时间', '姓名'].map((heading, place) => ({
    place,
    heading,
    column: null,
    confidence: null,
  })),
  offers: [{ table: 'vehicle', columns: ['owner', null, 'bought_on', 'owner'] }],
};

it('another data set is read as the import would read it, else by the headings, each column once', () => {
  const draft = draftOf(preview, null);
  expect(draft).toEqual({ dataset: 'auto', headerRow: '', columns: ['', '', '', ''] });
  expect(draftAs(draft, preview, cremation).columns).toEqual(['name', '', 'cremated_on', '']);
  expect(draftAs(draft, preview, { ...cremation, table: 'vehicle' }).columns).toEqual([
    'owner',
    '',
    'bought_on',
    '',
  ]);
  expect(draftOf(preview, 'cremation+vehicle').dataset).toBe('auto');
});

it('what does not hold is told before it is sent', () => {
  const draft = { dataset: 'cremation', headerRow: '', columns: ['name', 'name', '', 'cremated_on'] };
  expect(mappingFaults(draft)).toEqual(['twice']);
  expect(doublePlaces(draft)).toEqual([0, 1]);
  expect(mappingFaults({ ...draft, columns: ['', ''] })).toEqual(['noColumns']);
  expect(mappingFaults({ ...draft, dataset: '', headerRow: '0' })).toEqual(['noDataSet', 'badHeaderRow']);
  expect(mappingFaults({ ...draft, dataset: 'none' })).toEqual([]);
  expect(namesNobody({ ...draft, columns: ['cremated_on'] }, cremation)).toBe(true);
  expect(namesNobody(draft, cremation)).toBe(false);
  expect(sheetOf({ ...draft, headerRow: '2' }, 4)).toEqual({
    ...{ sheet: 4, dataset: 'cremation', headerRow: 2 },
    columns: [
      { place: 0, column: 'name' },
      { place: 1, column: 'name' },
      { place: 3, column: 'cremated_on' },
    ],
  });
  expect(sheetOf({ ...draft, dataset: 'auto' }, 4)).toEqual({ sheet: 4, dataset: 'auto' });
});

it('columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
