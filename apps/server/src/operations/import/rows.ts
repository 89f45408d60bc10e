import { importing } from '@yangguang/contract/import';
import { type Call, handle } from '../../http/call.ts';
import { batchInReach } from './batch-in-reach.ts';
import { pageOfSheetRows } from './rows-of.ts';
import { previewsOf, readBatchOf } from './sheet-of.ts';

interface Asked {
  readonly id: string;
  readonly sheet?: number | undefined;
  readonly kind?: 'setAside' | 'fault' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export const rows = handle(importing.rows, (input, call) => pageFor(input, call, false));

export const openRows = handle(importing.openRows, (input, call) => pageFor(input, call, true));

async function pageFor({ id, sheet, kind, cursor, limit }: Asked, call: Call, isFull: boolean) {
  const read = await call.db.within(call.reach, async (tx) =>
    readBatchOf(tx, await batchInReach(tx, call, id)),
  );
  const wanted = { sheet: sheet ?? null, kind: kind ?? null, from: Number(cursor ?? 0), limit };
  const page = await pageOfSheetRows(call, read, await previewsOf(call, read), wanted, isFull);
  call.note({ batch: id, rows: page.items.length, from: wanted.from });
  return page;
}
