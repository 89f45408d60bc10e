import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real OpenID provider on this machine, and a browser that signs in there. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Follows the provider's own pages as this subject. @returns where it sends the browser back to */
  visit(authorizationUrl: string, subject: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts one. @param redirectUri the only one it accepts */
export async function startTestProvider(redirectUri: string): Promise<TestProvider> {
  const clientId = 'yangguang';
  const clientSecret = 'a secret of the tests, long enough for the signature of HMAC';
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    cookies: { keys: ['a key of the tests'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', provider.callback());
  return { issuer, clientId, clientSecret, visit: browse(issuer), close: () => stop(server) };
}

/** Login and consent as a person clicks through them. */
function browse(issuer: string) {
  return async (authorizationUrl: string, subject: string): Promise<string> => {
    const jar = new Map<string, string>();
    let url = authorizationUrl;
    for (let hops = 0; hops < 20; hops++) {
      if (!url.startsWith(issuer)) return url;
      const prompt = new URL(url).pathname.startsWith('/interaction/') ? await promptOf(url, jar) : null;
      const form = prompt === null ? null : new URLSearchParams({ prompt, login: subject, password: 'any' });
      const answer = await step(url, jar, form);
      url = new URL(answer.headers.get('location') ?? '', url).href;
    }
    throw new Error('the provider never sent the browser back');
  };
}

async function promptOf(url: string, jar: Map<string, string>): Promise<string> {
  const page = await (await step(url, jar, null)).text();
  return /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
}

async function step(url: string, jar: Map<string, string>, form: URLSearchParams | null): Promise<Response> {
  const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
  const post = form === null ? {} : { method: 'POST', body: form };
  const answer = await fetch(url, { headers, redirect: 'manual', ...post });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return answer;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
