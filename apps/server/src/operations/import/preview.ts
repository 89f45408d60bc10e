import { importing } from '@yangguang/contract/import';
import { listImportActs, openImportAct } from '@yangguang/store/import/import-act';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { MappingContent } from '../../jobs/import/settled.ts';
import { namesOf } from '../matter/matter-line.ts';
import { batchInReach } from './batch-in-reach.ts';
import { actLine } from './batch-line.ts';
import { type Preview, previewOf, previewsOf, readBatchOf, type ReportSheet } from './sheet-of.ts';

export const preview = handle(importing.preview, async ({ id, sheet: at }, call) => {
  const { read, acts, names } = await call.db.within(call.reach, async (tx) => {
    const found = await readBatchOf(tx, await batchInReach(tx, call, id));
    const mappings = (await listImportActs(tx, id)).filter(({ kind }) => kind === 'mapping');
    const by = await namesOf(
      tx,
      mappings.map((act) => act.settled_by),
    );
    return { read: found, acts: mappings, names: by };
  });
  const sheet = read.sheets[at];
  if (sheet === undefined) throw notFound();
  const own = previewOf(await previewsOf(call, read), sheet);
  const said = (act: (typeof acts)[number]) =>
    MappingContent.safeParse(openImportAct(call.vault, act)).data?.sheets.find(
      (one) => one.file === sheet.file && one.sheet === sheet.sheet,
    );
  const last = acts.findLast((act) => said(act) !== undefined);
  const isByHand = last !== undefined && said(last)?.dataset !== 'auto';
  call.note({ batch: id, sheet: at });
  return {
    version: read.batch.version,
    sheet: at,
    ...shown(sheet, own),
    byHand: isByHand ? actLine(last, names, read.batch.acts_applied) : null,
  };
});

/** Of a sheet that was not read, the headings alone. */
function shown({ mapping }: ReportSheet, own: Preview | null) {
  const { titles, headerRow, rows, offers, columns } = own ?? nothing;
  return {
    ...{ titles, headerRow, rows, offers },
    columns: mapping.map(({ heading, column }, place) => ({
      ...{ place, heading, column },
      confidence: columns[place]?.confidence ?? null,
    })),
  };
}

const nothing: Pick<Preview, 'titles' | 'headerRow' | 'rows' | 'offers' | 'columns'> = {
  titles: [],
  headerRow: null,
  rows: [],
  offers: [],
  columns: [],
};
