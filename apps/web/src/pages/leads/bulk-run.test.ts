import type { Client } from '@yangguang/contract/wire';
import { expect, it } from 'vitest';
import { byReason, previewAll, takeAll, type Target } from './bulk-run.ts';

const why = (code: string) => ({
  code,
  what: { zh: code, en: code },
  why: { zh: '', en: '' },
  remedy: { zh: '', en: '' },
});
const step = { action: 'triage', reason: null };
const ids = Array.from({ length: 450 }, (_, n) => `lead ${n}`);

/** A server that refuses every tenth lead. */
function server(options: { readonly isDown?: (call: number) => boolean } = {}) {
  const calls: number[] = [];
  const sent: Target[] = [];
  const refuses = (id: string) => Number(id.slice(5)) % 10 === 0;
  const matter = {
    bulkPreview: async ({ matterIds }: { matterIds: string[] }) => {
      calls.push(matterIds.length);
      return {
        items: matterIds.map((matterId) =>
          refuses(matterId)
            ? { matterId, version: 4, may: false, why: why('WF-101') }
            : { matterId, version: 3, may: true, why: null },
        ),
      };
    },
    bulkAct: async ({ items }: { items: Target[] }) => {
      calls.push(items.length);
      if (options.isDown?.(calls.length) === true) throw new Error('no answer');
      sent.push(...items);
      return {
        items: items.map(({ matterId }) =>
          refuses(matterId)
            ? { matterId, taken: null, why: why('API-105') }
            : { matterId, taken: {}, why: null },
        ),
      };
    },
  };
  return { api: { matter } as unknown as Client, calls, sent };
}

let serial = 0;
const newId = () => `step ${(serial += 1)}`;
const target = (id: string): Target => ({ matterId: id, expectedVersion: 3, stepId: newId() });

it('previews all in parts the server takes, and parts those that can from those that cannot', async () => {
  const { api, calls } = server();
  const seen: number[] = [];
  const { can, cannot } = await previewAll(api, ids, step, { newId, onProgress: (n) => seen.push(n) });
  expect(calls).toEqual([200, 200, 50]);
  expect(seen).toEqual([200, 400, 450]);
  expect([can.length, cannot.length]).toEqual([405, 45]);
  expect(new Set(can.map(({ stepId }) => stepId)).size).toBe(405);
  expect(can.every(({ expectedVersion }) => expectedVersion === 3)).toBe(true);
});

it('takes a step for each: one that is refused hinders no other', async () => {
  const { api } = server();
  const { taken, failed } = await takeAll(api, ids.map(target), step, () => {});
  expect([taken.length, failed.length]).toEqual([405, 45]);
  expect(byReason(failed)).toEqual([{ why: why('API-105'), count: 45 }]);
});

it('tries only those again that failed, with the same step ids', async () => {
  const { api, sent } = server({ isDown: (call) => call === 2 });
  const targets = ids.slice(0, 150).map(target);
  const first = await takeAll(api, targets, step, () => {});
  expect(first.failed.filter((one) => one.why === null)).toHaveLength(50);
  const again = targets.filter(({ matterId }) => first.failed.some((one) => one.matterId === matterId));
  const second = await takeAll(api, again, step, () => {});
  expect(first.taken.length + second.taken.length).toBe(135);
  const stepIds = new Map(targets.map((one) => [one.matterId, one.stepId]));
  expect(sent.every(({ matterId, stepId }) => stepIds.get(matterId) === stepId)).toBe(true);
});

it('says each reason once with how many it stops', () => {
  const refusals = ['WF-101', 'WF-105', 'WF-101'].map((code, n) => ({ matterId: String(n), why: why(code) }));
  expect(
    byReason([...refusals, { matterId: '9', why: null }]).map(({ why: w, count }) => [w?.code, count]),
  ).toEqual([
    ['WF-101', 2],
    ['WF-105', 1],
    [undefined, 1],
  ]);
});
