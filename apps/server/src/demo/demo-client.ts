import { openClient } from '@yangguang/contract/client';
import { type Client, Refused, type Send } from '@yangguang/contract/wire';
import type { DemoPerson } from './demo-people.ts';
import type { DemoState } from './demo-state.ts';

/** Somebody of the demo, signed in through the front door like everybody else. */
export async function signInAs(address: string, state: DemoState, { userName }: DemoPerson): Promise<Client> {
  let cookie = '';
  const send: Send = async (url, init) => {
    const answer = await fetch(url, { ...init, headers: { ...init.headers, cookie } });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    return answer;
  };
  const client = openClient(address, send);
  await client.session.signIn({ userName, password: state.password });
  return client;
}

/** Does what may be refused because it was done before or is not open now; other faults are not hidden. */
export async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused && error.status < 500) return null;
    throw error;
  }
}
