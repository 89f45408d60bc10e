import type { Download } from '@yangguang/contract/operation';

/** Hands a download to the browser under its own name. */
export async function saveDownload({ content, mediaType, fileName }: Download): Promise<void> {
  const parts: BlobPart[] = [];
  for await (const part of content) parts.push(part as BlobPart);
  const address = URL.createObjectURL(new Blob(parts, { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
