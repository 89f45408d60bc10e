import { openApi } from '@yangguang/contract/openapi';
import { listOperations } from '@yangguang/contract/all';
import { requestFor } from '@yangguang/contract/wire';
import { grants, type Permission } from '@yangguang/domain/people/permission';
import { type Role, roles } from '@yangguang/domain/people/role';
import { type TestOffice, type TestVisitor, testOffice } from '@yangguang/server/test-office';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FuzzedDocument, type FuzzedRequest, fuzzApi } from './fuzz-api.ts';
import { nastyTexts } from './fuzz-values.ts';
import { mulberry } from './mulberry.ts';

let t: TestOffice;
/** One of each role, each in the area its level has; made again when a request signed them out or shut them off. */
const visitors = new Map<Role, TestVisitor>();
const areas: Partial<Record<Role, string>> = {
  villageAide: '339901001001',
  townCaseworker: '339901001',
  townLead: '339901001',
  cityOfficer: '3399',
  provinceOfficer: '33',
  systemAdmin: '',
  securityAdmin: '',
  auditAdmin: '',
};

beforeAll(async () => {
  t = await testOffice({ environment: { BODY_LIMIT_KB: '256' } });
});
afterAll(() => t.close());

async function as(role: Role): Promise<TestVisitor> {
  const known = visitors.get(role);
  if (known !== undefined) return known;
  const visitor = await t.visitor(`试${role}`, { role, area: areas[role] ?? '339901' });
  visitors.set(role, visitor);
  return visitor;
}

async function sendAs(role: Role, { url, ...init }: FuzzedRequest) {
  const answer = await (await as(role)).send(`${t.origin}${url}`, init);
  if (answer.status === 401) visitors.delete(role);
  return answer;
}

it('answers thousands of odd requests from all roles as documented, and never with a fault of ours', async () => {
  const chance = mulberry(20261121);
  const everyRole = Object.keys(roles) as Role[];
  /** Mostly somebody who may, so that the request gets as far as it can. */
  const roleFor = (permission: string | null): Role => {
    const able = everyRole.filter((role) => permission === null || grants(role, permission as Permission));
    const from = chance() < 0.85 ? able : everyRole;
    return from[Math.floor(chance() * from.length)] ?? 'townLead';
  };
  const { sent, findings } = await fuzzApi({
    document: openApi('0') as unknown as FuzzedDocument,
    send: (request, operation) => sendAs(roleFor(operation['x-permission']), request),
    chance,
    rounds: 30,
    ids: [],
  });
  expect(findings.slice(0, 5)).toEqual([]);
  expect(sent).toBeGreaterThan(500);
}, 300_000);

it('takes SQL in every text field of every operation as text', async () => {
  const tables = (): Promise<{ name: string }[]> =>
    t.office.db.asOwner((tx) =>
      tx.rows(sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`),
    );
  const before = await tables();
  const attacks = nastyTexts.filter((text) => /drop|delete|union|pg_sleep|or '1'/.test(text));
  for (const { name, operation } of listOperations()) {
    for (const field of Object.keys(operation.input.shape)) {
      for (const attack of attacks) {
        const [url, init] = requestFor('', operation, { [field]: attack });
        const answer = await sendAs('securityAdmin', { url, ...init, body: init.body as string });
        expect(answer.status, `${name}.${field}`).toBeLessThan(500);
      }
    }
  }
  expect(await tables()).toEqual(before);
}, 300_000);
