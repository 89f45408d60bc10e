import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { divisionChange } from '@yangguang/contract/division-change';
import { readPlaceList } from '@yangguang/engine/import/read-place-list';
import { policyRefusal } from '@yangguang/store/policy/policy-refusals';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { inPrivateFolder } from '../../jobs/private-folder.ts';

/** A county's list of villages is some hundred kilobytes. */
const limitBytes = 5_000_000;

export const readList = handle(divisionChange.readList, async ({ fileName }, call) => {
  const parent = join(call.settings.DATA_DIR, 'work');
  const read = await inPrivateFolder(parent, `places-${call.newId()}`, async (folder) => {
    const path = join(folder, 'list');
    try {
      await pipeline(call.body, atMost(limitBytes), createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      throw error === tooLarge ? policyRefusal('DIV-105', { detail: large }) : new ApiRefusal('API-108');
    }
    return readPlaceList(path, basename(fileName), call.stopping ?? new AbortController().signal);
  });
  if ('problem' in read) throw policyRefusal('DIV-105', { detail: read.problem });
  call.note({ rows: read.places.length });
  return { items: read.places.map((place) => ({ ...place })) };
});

const large = { zh: '文件超过 5 MB。', en: 'The file is larger than 5 MB.' };
const tooLarge = new Error('the list is too large');

function atMost(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      done(bytes > limit ? tooLarge : null, piece);
    },
  });
}
