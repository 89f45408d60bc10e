import type { TestOffice } from '@yangguang/server/test-office';
import type { Faces } from '@yangguang/domain/identity/face';
import { addJudgements } from '@yangguang/store/identity/add-judgement';
import { idOf, leadIdOf, numbersOf, type Place } from './walk-place.ts';

/** The two mentions that the finding of a place rests on. */
export function facesOf(place: Place): Faces {
  const { mark } = place;
  const said = { birth_on: '1951-02-03', town: `${mark}乡`, village: null };
  return {
    left: { ...said, name: `${mark}氏`, id: numbersOf(place).id },
    right: { ...said, name: `${mark}某`, id: null },
  };
}

/** What somebody judged of them at the finding. */
export async function seedJudgement(
  { office }: TestOffice,
  place: Place,
  isRestricted: boolean,
  at: Date,
): Promise<void> {
  const { region, programme, mark } = place;
  const judgement = {
    ...{ id: idOf(place, isRestricted ? 'restricted judgement' : 'judgement'), region, programme },
    ...{
      faces: facesOf(place),
      verdict: 'not_same' as const,
      why: `${mark}另有其人，已走访`,
      source: 'lead' as const,
    },
    ...{ leadId: leadIdOf(place, isRestricted), stepId: null, by: null },
    ...{ judgedAt: at, recordedBy: idOf(place, 'account') },
  };
  await office.db.asOwner((tx) => addJudgements(tx, office.vault, [judgement], at));
}
