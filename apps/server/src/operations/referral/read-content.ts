import type { Readable } from 'node:stream';
import { referralRefusal } from '@yangguang/store/referral/referral-refusals';

const most = 10 * 1024 * 1024;

/** The body, in memory: what is to be sealed never touches the disk. @throws UserError SEAL-103 */
export async function readContent(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.length;
    if (bytes > most) throw referralRefusal('SEAL-103');
    chunks.push(part);
  }
  if (bytes === 0) throw referralRefusal('SEAL-103');
  return Buffer.concat(chunks);
}
