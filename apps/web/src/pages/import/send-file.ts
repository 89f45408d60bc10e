import type { ErrorAnswer } from '@yangguang/contract/operation';
import { Refused, requestFor } from '@yangguang/contract/wire';
import { NoNetwork } from '../../api/client.ts';
import type { Got } from '../../api/use-api.tsx';

const door = { method: 'POST', path: '/import/upload', streams: 'request' } as const;

/**
 * Sends a file to a batch and tells how far it has come: `fetch` cannot say so.
 * @param onShare share that has left this computer, 0 to 1
 * @throws Refused, NoNetwork
 */
export function sendFile(
  input: { readonly batchId: string; readonly fileName: string },
  file: Blob,
  onShare: (share: number) => void,
): Promise<Got<'import.upload'>> {
  const [address, { method, headers }] = requestFor('', door, input);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new NoNetwork(request.statusText));
    request.onabort = () => reject(new NoNetwork('aborted'));
    request.onload = () => {
      try {
        const answer = JSON.parse(request.responseText) as unknown;
        if (request.status >= 300) reject(new Refused(request.status, answer as ErrorAnswer));
        else resolve(answer as Got<'import.upload'>);
      } catch (error) {
        reject(new NoNetwork(error));
      }
    };
    request.send(file);
  });
}
