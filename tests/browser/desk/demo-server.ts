import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClient } from '@yangguang/contract/client';
import type { Client, Send } from '@yangguang/contract/wire';
import { runYangguang, startYangguang } from '../../story/start-yangguang.ts';

/** The product as `npm start` shows it: the built server with the made-up county under way. */
export interface DemoServer {
  readonly origin: string;
  readonly password: string;
  /** Signs somebody of the demo in. */
  readonly as: (userName: string) => Promise<{ readonly client: Client; readonly cookie: string }>;
  readonly stop: () => Promise<void>;
}

/** Starts it and waits until the county is under way; a minute or two. */
export async function startDemo(households: number): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'yangguang-demo-'));
  const files = join(folder, 'files');
  const made = await runYangguang('demo', files, '--households', String(households));
  if (made.code !== 0) throw new Error(made.err);
  const running = startYangguang(['serve', '--demo', files], {
    ...{ DATA_DIR: join(folder, 'data'), PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
    ...{
      DATABASE_URL: '',
      POLICY_OVERLAYS: '',
      REQUESTS_PER_MINUTE: '100000',
      ADDRESS_REQUESTS_PER_MINUTE: '100000',
    },
    ...{ SIGN_INS_PER_MINUTE: '10000' },
  });
  const said = await running.printed(/password：\S+\n/);
  const [, origin = ''] = /已启动：(http:\/\/[\w.:]+)/.exec(said) ?? [];
  const [, password = ''] = /password：(\S+)/.exec(said) ?? [];
  return {
    origin,
    password,
    as: (userName) => signIn(origin, userName, password),
    stop: async () => {
      running.child.kill('SIGINT');
      await running.finished;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(
  origin: string,
  userName: string,
  password: string,
): Promise<{ readonly client: Client; readonly cookie: string }> {
  let cookie = '';
  const send: Send = async (url, init) => {
    const answer = await fetch(url, { ...init, headers: { ...init.headers, cookie } } as RequestInit);
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return answer;
  };
  const client = openClient(origin, send);
  await client.session.signIn({ userName, password });
  return { client, cookie };
}
