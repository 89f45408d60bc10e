import type { identity } from '@yangguang/contract/identity';
import type { Output } from '@yangguang/contract/operation';
import type { Face, Faces } from '@yangguang/domain/identity/face';
import { pairText } from '@yangguang/domain/identity/face';
import type { Judgement } from '@yangguang/store/identity/identity-judgement';
import { type FindingMask, maskerFor } from '../lead/mask-finding.ts';

type Answer = Output<typeof identity.list>;
type Line = Answer['items'][number];

/** Judgements as the wire carries them, the newest first. @param seesNames the lead is assigned to the caller */
export function judgementLines(judgements: readonly Judgement[], seesNames: boolean): Line[] {
  const told = new Set<string>();
  const mask = maskerOf(
    judgements.map(({ faces }) => faces),
    seesNames,
  );
  return judgements.map(({ id, verdict, why, source, by, judged_at: at, matter_id: matterId, faces }) => {
    const pair = pairText(faces);
    const isInForce = !told.has(pair);
    told.add(pair);
    return {
      ...{ id, verdict, source, by, matterId, isInForce },
      why: why === null ? null : mask.text(why),
      at: at.toISOString(),
      faces: maskFaces(faces, mask),
    };
  });
}

/** The two mentions as the caller may see them. */
export function facesLine(faces: Faces, seesNames: boolean): NonNullable<Answer['faces']> {
  return maskFaces(faces, maskerOf([faces], seesNames));
}

function maskerOf(all: readonly Faces[], names: boolean): FindingMask {
  const known = all.flatMap(({ left, right }) => [left.name ?? '', right.name ?? '']);
  return maskerFor([], known, { names });
}

function maskFaces({ left, right }: Faces, mask: FindingMask): NonNullable<Answer['faces']> {
  return { left: maskFace(left, mask), right: maskFace(right, mask) };
}

function maskFace(
  { name, id, birth_on: birthOn, town, village }: Face,
  mask: FindingMask,
): Line['faces']['left'] {
  const cell = (value: string | null, column: string): string | null =>
    value === null ? null : mask.cell(value, column);
  return {
    name: cell(name, 'name'),
    id: cell(id, 'id_number'),
    birthOn,
    town: cell(town, 'town'),
    village: cell(village, 'village'),
  };
}
