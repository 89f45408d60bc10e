import { Readable } from 'node:stream';
import { ApiRefusal } from '../../http/api-refusal.ts';
import type { Office } from '../../http/call.ts';
import type { StoredFile } from '../../files/file-store.ts';
import { notTaken } from './evidence-refusals.ts';
import { headBytes, mediaOf } from './media-of.ts';

/**
 * Writes the bytes that arrive to the file store, once their beginning is what the name says.
 * @throws UserError EVI-101, FILE-101, API-108 when they break off; nothing is kept then
 */
export async function keepUpload(
  { files, settings }: Pick<Office, 'files' | 'settings'>,
  body: Readable,
  fileName: string,
): Promise<{ readonly file: StoredFile; readonly mediaType: string }> {
  const pieces = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
  try {
    const head = await headOf(pieces);
    const mediaType = mediaOf(fileName, head);
    if (mediaType === null) throw notTaken();
    const whole = Readable.from(joined(head, pieces), { objectMode: false });
    return { mediaType, file: await files.put(whole, settings.UPLOAD_LIMIT_MB * 1024 * 1024) };
  } catch (error) {
    // Lets go of the stream without breaking it: the refusal goes the same way back.
    await pieces.return?.();
    // The sender went away or was cut off: nobody hears the answer, and it is no fault of ours.
    throw body.errored === null ? error : new ApiRefusal('API-108');
  }
}

async function headOf(pieces: AsyncIterator<Buffer, undefined>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < headBytes) {
    const next = await pieces.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer, undefined>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
