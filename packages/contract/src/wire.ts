import type { Contract } from './all.ts';
import type { Download, ErrorAnswer, Operation } from './operation.ts';
import type { z } from 'zod';

/** What goes over the wire and back, without the schemas: for pages, which weigh every kilobyte, and for the client. */

/** The part of an operation that says where and how it is asked. */
export type Door = Pick<Operation, 'method' | 'path' | 'streams'>;

/** What a caller sends: fields with a default may be left out. Streams out add the bytes. */
export type Sent<O extends Operation> = z.input<O['input']>;
/** What comes back as JSON. */
export type Told<O extends Operation> = z.output<O['output']>;
type Got<O extends Operation> = O['streams'] extends 'answer' ? Download : Told<O>;

type Asking<O extends Operation> = O['streams'] extends 'request'
  ? (input: Sent<O>, content: RequestBytes) => Promise<Got<O>>
  : Record<never, never> extends Sent<O>
    ? (input?: Sent<O>) => Promise<Got<O>>
    : (input: Sent<O>) => Promise<Got<O>>;

/** One function per operation: `await client.lead.list({ limit: 50 })`. Refusals are thrown as {@link Refused}. */
export type Client = {
  readonly [Noun in keyof Contract]: {
    readonly [Verb in keyof Contract[Noun]]: Contract[Noun][Verb] extends Operation
      ? Asking<Contract[Noun][Verb]>
      : never;
  };
};

export type RequestBytes = Uint8Array | ReadableStream<Uint8Array> | Blob;

/** The part of `fetch` the client needs. */
export type Send = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string | RequestBytes; duplex?: 'half' },
) => Promise<Answer>;

export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: ReadableStream<Uint8Array> | null;
  text(): Promise<string>;
}

/**
 * Header with the input of an operation whose body is bytes: JSON, percent-encoded. Not the address: a file name may
 * say whom it is about, and addresses are written down on the way.
 */
export const inputHeader = 'x-yangguang-input';

/** The server refused, and said why in both languages. */
export class Refused extends Error {
  readonly status: number;
  readonly answer: ErrorAnswer;

  constructor(status: number, answer: ErrorAnswer) {
    super(`${answer.code} ${answer.zh} / ${answer.en}`);
    this.name = 'Refused';
    this.status = status;
    this.answer = answer;
  }

  get code(): string {
    return this.answer.code;
  }
}

/**
 * Asks at one door.
 * @param base origin of the server, without a slash at the end; '' in a page of its own
 * @param send `fetch`, or what stands for it (a test keeps cookies)
 * @returns the answer as it came; a {@link Download} where the door streams
 * @throws Refused
 */
export async function askAt(
  base: string,
  send: Send,
  door: Door,
  input: object,
  content?: RequestBytes,
): Promise<unknown> {
  const answer = await send(...requestFor(base, door, input, content));
  if (answer.status >= 300) throw await refusalIn(answer);
  if (door.streams === 'answer') return downloadFrom(answer);
  return JSON.parse(await answer.text()) as unknown;
}

/** Address and options of `fetch` for one operation. */
export function requestFor(
  base: string,
  { method, path, streams }: Door,
  input: object,
  content?: RequestBytes,
): Parameters<Send> {
  const address = `${base}/api${path}`;
  if (method === 'GET') return [`${address}${queryOf(input)}`, { method, headers: {} }];
  const mark = { 'x-yangguang': '1' };
  if (streams === 'request') {
    const headers = {
      ...mark,
      'content-type': 'application/octet-stream',
      [inputHeader]: encodeURIComponent(JSON.stringify(input)),
    };
    return [
      address,
      { method, headers, duplex: 'half', ...(content === undefined ? {} : { body: content }) },
    ];
  }
  return [
    address,
    { method, headers: { ...mark, 'content-type': 'application/json' }, body: JSON.stringify(input) },
  ];
}

function queryOf(input: object): string {
  const pairs = Object.entries(input as Record<string, unknown>).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`);
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

async function refusalIn(answer: Answer): Promise<Refused> {
  return new Refused(answer.status, spokenIn(await answer.text()) ?? unspoken);
}

/** The server's own words, or null when something in between answered. */
function spokenIn(text: string): ErrorAnswer | null {
  try {
    const said = JSON.parse(text) as Partial<ErrorAnswer> | null;
    return typeof said?.code === 'string' && Object.keys(unspoken).every((key) => key in said)
      ? (said as ErrorAnswer)
      : null;
  } catch {
    return null;
  }
}

/** Something between us and the server answered in its own words. */
const unspoken: ErrorAnswer = {
  code: 'API-000',
  zh: '服务器没有按约定答复。',
  en: 'The server did not answer in the agreed form.',
  whyZh: '中间设备拦截，或服务未启动。',
  whyEn: 'Something in between answered instead, or the server is down.',
  remedyZh: '请检查网络和服务状态。',
  remedyEn: 'Check the network and the server.',
  reference: '',
};

function downloadFrom(answer: Answer): Download {
  const disposition = answer.headers.get('content-disposition') ?? '';
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  const length = answer.headers.get('content-length');
  return {
    content: chunksOf(answer.body),
    mediaType: answer.headers.get('content-type') ?? 'application/octet-stream',
    fileName: decodeURIComponent(name),
    bytes: length === null ? null : Number(length),
  };
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncIterable<Uint8Array> {
  const reader = body?.getReader();
  if (reader === undefined) return;
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
