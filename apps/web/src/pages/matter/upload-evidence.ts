import type { ErrorAnswer } from '@yangguang/contract/operation';
import { Refused, requestFor } from '@yangguang/contract/wire';
import { NoNetwork } from '../../api/client.ts';

export interface Upload {
  readonly matterId: string;
  readonly stepId: string;
  readonly kind: string;
  readonly title: string;
  readonly fileName: string;
}

const door = { method: 'POST', path: '/evidence/upload', streams: 'request' } as const;

/**
 * Sends a file to a matter and tells how far it has come: `fetch` cannot say so.
 * @param onShare share that has left this computer, 0 to 1
 * @returns the id of the document: that of its step
 * @throws Refused, NoNetwork
 */
export function uploadEvidence(
  upload: Upload,
  file: Blob,
  onShare: (share: number) => void,
): Promise<string> {
  const [address, { method, headers }] = requestFor('', door, upload);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new NoNetwork(request.statusText));
    request.onabort = () => reject(new NoNetwork('aborted'));
    request.onload = () => {
      try {
        const answer = JSON.parse(request.responseText) as { id: string };
        if (request.status >= 300) reject(new Refused(request.status, answer as unknown as ErrorAnswer));
        else resolve(answer.id);
      } catch (error) {
        reject(new NoNetwork(error));
      }
    };
    request.send(file);
  });
}

/** A name for the file that the server takes: no path in it, no odd signs, not too long. */
export function fileNameFor(name: string): string {
  const plain = name.replaceAll(/[/\\\p{Cc}]/gu, '_').trim();
  if (plain === '') return 'file';
  return plain.length <= 120 ? plain : `${plain.slice(0, 100)}${plain.slice(-20)}`;
}
