import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestProvider, type TestProvider } from '../../sign-on/test-provider.ts';
import { testOffice, type TestOffice, type TestVisitor } from '../../test-office.ts';

const home = 'http://desk.test';
let provider: TestProvider;
let one: TestOffice;
let security: TestVisitor;
let unitId: string;

beforeAll(async () => {
  provider = await startTestProvider(`${home}/api/session/single-sign-on/finish`);
  const { issuer, clientId, clientSecret } = provider;
  one = await testOffice({
    // Signed tokens carry the time of the provider, which is the machine's.
    at: new Date(performance.timeOrigin).toISOString(),
    environment: {
      PUBLIC_URL: home,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_MAY_USE_HTTP: 'yes',
    },
  });
  security = await one.visitor('安国', { role: 'securityAdmin', area: '' });
  unitId = one.office.newId();
  await security.client.unit.create({ id: unitId, area: '339901', name: '甲县民政局', kind: 'bureau' });
});
afterAll(async () => {
  await one.close();
  await provider.close();
});

async function account(userName: string, oidcSubject: string): Promise<string> {
  const id = one.office.newId();
  await security.client.account.create({
    id,
    userName,
    fullName: '郑一',
    unitId,
    oidcSubject,
    withPassword: false,
  });
  return id;
}

/** Goes to the provider. @returns its address */
async function start(visitor: TestVisitor): Promise<string> {
  const answer = await visitor.send(`${one.origin}/api/session/single-sign-on`, {
    method: 'GET',
    headers: {},
  });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

/** Comes back from it. @returns status, and where the browser goes or why it is refused */
async function finish(visitor: TestVisitor, back: string): Promise<[number, string]> {
  const url = new URL(back);
  const answer = await visitor.send(`${one.origin}${url.pathname}${url.search}`, {
    method: 'GET',
    headers: {},
  });
  const text = await answer.text();
  return [
    answer.status,
    answer.status === 303 ? (answer.headers.get('location') ?? '') : JSON.parse(text).code,
  ];
}

it('signs in whom the provider vouches for and the security administrator has tied to an account', async () => {
  const id = await account('zheng.yi', 'staff-0001');
  const visitor = one.stranger();
  const there = await start(visitor);
  const asked = new URL(there).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('state')).toMatch(/^[\w-]{40,}$/);
  expect(asked.get('nonce')).toMatch(/^[\w-]{40,}$/);
  const back = await provider.visit(there, 'staff-0001');
  expect(await finish(visitor, back)).toEqual([303, home]);
  const me = await visitor.client.session.whoAmI();
  expect(me).toMatchObject({ accountId: id, hasPassword: false, next: 'none', passwordRunsOutAt: null });
  // The same answer again: this browser has begun nothing any more.
  expect(await finish(visitor, back)).toEqual([401, 'ACC-113']);
  await visitor.client.session.whoAmI();
  // A password there is none.
  const guess = one.stranger().client.session.signIn({ userName: 'zheng.yi', password: 'anything' });
  await expect(guess).rejects.toMatchObject({ code: 'ACC-101' });
});

it('makes no account, and opens none that is untied or disabled', async () => {
  const id = await account('zheng.er', 'staff-0002');
  const enter = async (subject: string): Promise<[number, string]> => {
    const visitor = one.stranger();
    return finish(visitor, await provider.visit(await start(visitor), subject));
  };
  expect(await enter('nobody')).toEqual([401, 'ACC-113']);
  await security.client.account.disable({ id });
  expect(await enter('staff-0002')).toEqual([401, 'ACC-113']);
  await security.client.account.enable({ id });
  expect(await enter('staff-0002')).toEqual([303, home]);
  await security.client.account.linkSingleSignOn({ id, oidcSubject: null });
  expect(await enter('staff-0002')).toEqual([401, 'ACC-113']);
});

it('ties one identity to one account', async () => {
  await account('zheng.san', 'staff-0003');
  await expect(account('zheng.si', 'staff-0003')).rejects.toMatchObject({ code: 'ACC-132' });
  const id = await account('zheng.wu', 'staff-0005');
  const link = security.client.account.linkSingleSignOn({ id, oidcSubject: 'staff-0003' });
  await expect(link).rejects.toMatchObject({ code: 'ACC-132' });
});

it('takes an answer only in the browser that asked, unchanged, and within ten minutes', async () => {
  await account('zheng.liu', 'staff-0006');
  const begin = async () => {
    const visitor = one.stranger();
    return { visitor, back: await provider.visit(await start(visitor), 'staff-0006') };
  };
  const { back } = await begin();
  // Brought into somebody else's browser, which began a login of its own or none (login CSRF).
  expect(await finish(one.stranger(), back)).toEqual([401, 'ACC-113']);
  const victim = one.stranger();
  await start(victim);
  expect(await finish(victim, back)).toEqual([401, 'ACC-113']);

  for (const change of [
    (url: URL) => url.searchParams.set('state', 'A'.repeat(43)),
    (url: URL) => url.searchParams.delete('state'),
    (url: URL) => url.searchParams.set('code', 'A'.repeat(43)),
    (url: URL) => url.searchParams.set('iss', 'http://127.0.0.1:1'),
    (url: URL) => url.searchParams.set('error', 'access_denied'),
  ]) {
    const tried = await begin();
    const url = new URL(tried.back);
    change(url);
    expect(await finish(tried.visitor, url.href)).toEqual([401, 'ACC-113']);
  }

  const forged = await begin();
  forged.visitor.cookies.set('yangguang-sign-on', Buffer.from('{"state":"x"}').toString('base64url'));
  expect(await finish(forged.visitor, forged.back)).toEqual([401, 'ACC-113']);

  const late = await begin();
  const now = one.office.now().getTime();
  one.setClock(new Date(now + 10 * 60_000).toISOString());
  expect(await finish(late.visitor, late.back)).toEqual([401, 'ACC-113']);
  one.setClock(new Date(now).toISOString());
});

it('says so where no provider is set or it is away', async () => {
  const without = await testOffice();
  const answer = await without
    .stranger()
    .send(`${without.origin}/api/session/single-sign-on`, { method: 'GET', headers: {} });
  expect(JSON.parse(await answer.text())).toMatchObject({ code: 'ACC-112' });
  await without.close();
  const away = await testOffice({
    environment: {
      PUBLIC_URL: home,
      OIDC_ISSUER: 'http://127.0.0.1:1',
      OIDC_CLIENT_ID: 'x',
      OIDC_MAY_USE_HTTP: 'yes',
    },
  });
  const silence = await away
    .stranger()
    .send(`${away.origin}/api/session/single-sign-on`, { method: 'GET', headers: {} });
  expect([silence.status, JSON.parse(await silence.text())]).toMatchObject([401, { code: 'ACC-113' }]);
  await away.close();
});
