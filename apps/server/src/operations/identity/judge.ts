import { identity } from '@yangguang/contract/identity';
import { addJudgements } from '@yangguang/store/identity/add-judgement';
import { identityRefusal } from '@yangguang/store/identity/identity-refusals';
import { assertNoKin } from '@yangguang/store/journal/assert-no-kin';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { aboutMatter } from '../matter/step-taken.ts';
import { leadFaces } from './lead-faces.ts';

export const judge = handle(identity.judge, ({ id, matterId, verdict, why }, call) =>
  aboutMatter(call, matterId, async () => {
    const at = call.now();
    const { accountId } = call.caller;
    const matter = await call.db.within(call.reach, async (tx) => {
      const { matter: about, lead, faces } = await leadFaces(tx, call, matterId);
      await assertNoKin(tx, journalRoom(call), about, accountId);
      if (lead === null || faces === null) throw identityRefusal('JDG-102');
      const { region, programme } = about;
      const given = { source: 'lead', leadId: lead.id, stepId: null, by: null } as const;
      const judgement = { id, region, programme, faces, verdict, why, judgedAt: at, recordedBy: accountId };
      await addJudgements(tx, call.vault, [{ ...judgement, ...given }], at);
      return about;
    });
    const { household_id: household, region: place } = matter;
    call.note({ matter: matterId, household, place, judgement: id, verdict });
    return { id, verdict };
  }),
);
