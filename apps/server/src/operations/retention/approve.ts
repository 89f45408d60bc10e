import { retention } from '@yangguang/contract/retention';
import { removeErasedFiles } from '@yangguang/store/retention/erase';
import { approvePlan } from '@yangguang/store/retention/plan';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const approve = handle(retention.approve, async ({ id }, call) => {
  const request = { id, certificateId: call.newId(), basis: basisOf };
  const done = await call.db.asOwner((tx) =>
    approvePlan(tx, call.vault, request, keeperOf(call), call.now()),
  );
  call.note({ plan: id, certificate: done.certificateId, counts: done.counts });
  await removeErasedFiles(call.db, (key) => call.files.remove(key), call.now());
  return done;
});

/** As it stands on the certificate. */
function basisOf(years: number): string {
  return `个人信息保护法第四十七条；retention.matterYears：办结满 ${years} 年 · ${years} years after the end`;
}
