import { identity } from '@yangguang/contract/identity';
import { pairText } from '@yangguang/domain/identity/face';
import type { FiledJudgement } from '@yangguang/domain/identity/judgement-file';
import { covers } from '@yangguang/domain/people/scope';
import { addJudgements, type NewJudgement } from '@yangguang/store/identity/add-judgement';
import { stableIds } from '@yangguang/store/run/stable-id';
import { sql } from '@yangguang/store/sql';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { readJudgementFile } from './read-judgement-file.ts';

export const upload = handle(identity.upload, async ({ region, isTrial }, call) => {
  call.note({ place: region, isTrial });
  if (!call.by.some((held) => covers(held, region, 'none'))) throw notFound();
  const { taken, refused } = await readJudgementFile(call.body);
  const known = await call.db.within(call.reach, async (tx) => {
    if ((await tx.find(sql`select 1 as n from division where code = ${region}`)) === null) throw notFound();
    const ids = taken.map((one) => stableIds(call.vault, textOf(region, one)));
    const there = await tx.rows<{ id: string }>(
      sql`select id from identity_judgement where id = any(${ids.flat()}::uuid[])`,
    );
    const old = new Set(there.map(({ id }) => id));
    const fresh = new Map(
      taken.flatMap((one, at) => {
        const [id = ''] = ids[at] ?? [];
        return ids[at]?.some((any) => old.has(any)) === true
          ? []
          : [[id, judgementOf(call, id, region, one)]];
      }),
    );
    if (!isTrial) await addJudgements(tx, call.vault, [...fresh.values()], call.now());
    return taken.length - fresh.size;
  });
  call.note({ taken: taken.length, known, refused: refused.length });
  return { taken: taken.length, known, refused: [...refused] };
});

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
