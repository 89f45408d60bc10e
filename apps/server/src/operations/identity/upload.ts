import { identity } from '@yangguang/contract/identity';
import type { Output } from '@yangguang/contract/operation';
import { pairText } from '@yangguang/domain/identity/face';
import { type FiledJudgement, rowFaults } from '@yangguang/domain/identity/judgement-file';
import { covers } from '@yangguang/domain/people/scope';
import type { Transaction } from '@yangguang/store/database';
import { addJudgements, type NewJudgement, peopleJudged } from '@yangguang/store/identity/add-judgement';
import { stableIds } from '@yangguang/store/run/stable-id';
import { sql } from '@yangguang/store/sql';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { readJudgementFile, type ReadJudgements } from './read-judgement-file.ts';

type Answer = Output<typeof identity.upload>;

export const upload = handle(identity.upload, async ({ region, isTrial }, call) => {
  call.note({ place: region, isTrial });
  if (!call.by.some((held) => covers(held, region, 'none'))) throw notFound();
  const read = await readJudgementFile(call.body);
  const answer = await call.db.within(call.reach, async (tx) => {
    if ((await tx.find(sql`select 1 as n from division where code = ${region}`)) === null) throw notFound();
    const { fresh, known, refused } = await sort(tx, call, region, read);
    if (!isTrial) await addJudgements(tx, call.vault, fresh, call.now());
    return { taken: fresh.length + known, known, refused: [...refused].sort((a, b) => a.row - b.row) };
  });
  const { taken, known, refused } = answer;
  call.note({ taken, known, refused: refused.length });
  return answer;
});

interface Sorted {
  readonly fresh: readonly NewJudgement[];
  readonly known: number;
  readonly refused: Answer['refused'];
}

/** Tells new rows from those that were there before and from those that would make one person of two numbers. */
async function sort(tx: Transaction, call: Call, region: string, read: ReadJudgements): Promise<Sorted> {
  const rows = read.taken.map(({ row, judgement }) => {
    const ids = stableIds(call.vault, textOf(region, judgement));
    return { row, judgement, ids, id: ids[0] ?? '' };
  });
  const there = await tx.rows<{ id: string }>(
    sql`select id from identity_judgement where id = any(${rows.flatMap(({ ids }) => ids)}::uuid[])`,
  );
  const seen = new Set(there.map(({ id }) => id));
  const wanted = rows.map(({ judgement: { verdict } }) => ({ region, verdict }));
  const people = await peopleJudged(tx, call.vault, wanted);
  const fresh: NewJudgement[] = [];
  const refused: Answer['refused'] = read.refused.map(({ row, why }) => ({ row, why: { ...why } }));
  let known = 0;
  for (const { row, judgement, ids, id } of rows) {
    const isSame = judgement.verdict === 'same';
    if (ids.some((any) => seen.has(any))) known += 1;
    // It would outweigh everything that is judged from now on.
    else if (Date.parse(judgement.at) > call.now().getTime()) refused.push({ row, why: rowFaults.later });
    else if (isSame && people.joinsTwoNumbers(judgement.faces))
      refused.push({ row, why: rowFaults.two_numbers });
    else {
      if (isSame) people.join(judgement.faces);
      seen.add(id);
      fresh.push(judgementOf(call, id, region, judgement));
    }
  }
  return { fresh, known, refused };
}

/** The same row of the same county is the same judgement, whoever brings it. */
function textOf(region: string, { faces, verdict, by, at, why }: FiledJudgement): string {
  return JSON.stringify(['judgement', region, pairText(faces), verdict, by, at, why]);
}

function judgementOf(call: Call, id: string, region: string, filed: FiledJudgement): NewJudgement {
  const { faces, verdict, by, at, why } = filed;
  return {
    ...{ id, region, programme: 'none', faces, verdict, by, why },
    ...{ source: 'file', leadId: null, stepId: null },
    judgedAt: new Date(at),
    recordedBy: call.caller.accountId,
  };
}
