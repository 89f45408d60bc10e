import { divisionChange } from '@yangguang/contract/division-change';
import type { Input, Output } from '@yangguang/contract/operation';
import { registerRows } from '@yangguang/store/audit/register-rows';
import type { Transaction } from '@yangguang/store/database';
import { addPlaces, findDivision } from '@yangguang/store/division/change-divisions';
import { sql } from '@yangguang/store/sql';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { assertHolds } from '../rule/rule-place.ts';
import { settleLines } from './settle-lines.ts';

type Asked = Input<typeof divisionChange.add>;
type Answer = Output<typeof divisionChange.add>;
/** A trial is the same work, undone. */
class Undone extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('undone on purpose');
    this.answer = answer;
  }
}

export const add = handle(divisionChange.add, async (input, call) => {
  assertHolds(call, input.region);
  const answer = await call.db
    .within(call.reach, async (tx) => {
      const done = await addLines(tx, call, input);
      if (input.isTrial) throw new Undone(done);
      return done;
    })
    .catch((error: unknown) => {
      if (error instanceof Undone) return error.answer;
      throw error;
    });
  call.note({ region: input.region, added: answer.added.length, isTrial: input.isTrial });
  return answer;
});

async function addLines(tx: Transaction, call: Call, input: Asked): Promise<Answer> {
  const { region, places, effectiveOn, reason } = input;
  if ((await findDivision(tx, region)) === null) throw notFound();
  const known = await tx.rows<{ code: string; name: string }>(
    sql`select code, name from division where starts_with(code, ${region}) and length(code) > 6`,
  );
  const settled = settleLines(region, places, known);
  const at = call.now();
  const by = { accountId: call.caller.accountId, at, effectiveOn, reason, newId: call.newId };
  const wanted = settled.flatMap(({ place }) => (place === null ? [] : [place]));
  const changes = await addPlaces(tx, region, wanted, by);
  await registerRows(tx, call.vault, 'division_change', changes, at);
  const now = await tx.rows<{ code: string; name: string }>(
    sql`select code, name from division where starts_with(code, ${region}) and length(code) > 6 order by code collate "C"`,
  );
  const before = new Set(known.map(({ code }) => code));
  const names = new Map(now.map(({ code, name }) => [code, name]));
  const added = now
    .filter(({ code }) => !before.has(code))
    .map(({ code, name }) => ({
      ...{ code, name },
      town: code.length === 12 ? (names.get(code.slice(0, 9)) ?? null) : null,
    }));
  const villages = added.filter(({ code }) => code.length === 12).length;
  return {
    added,
    known: Math.max(0, wanted.filter(({ village }) => village !== null).length - villages),
    faults: settled.flatMap(({ line, why }) => (why === null ? [] : [{ row: line.row, why }])),
  };
}
