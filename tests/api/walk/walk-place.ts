import { createHash } from 'node:crypto';
import type { Role } from '@yangguang/domain/people/role';
import { checkDigit } from '@yangguang/domain/words/id-number';

/** Somewhere with people, households and work of its own. */
export interface Place {
  /** A village. */
  readonly region: string;
  readonly programme: string;
  /** Two rare characters that stand in the names and titles of every case here and nowhere else. */
  readonly mark: string;
  /** What a household receives there, and what is at stake. */
  readonly amountFen: bigint;
  /** The same for people, offices and campaigns. */
  readonly officeMark: string;
  /** The same for what is sealed or restricted. */
  readonly closedMark: string;
}

/** The place the walk asks for: everybody who comes is inside it or outside. */
export const target: Place = {
  region: '339901001001',
  programme: 'dibao_rural',
  mark: '爨龘',
  amountFen: 7_654_321n,
  officeMark: '齾齉',
  closedMark: '鬯鼟',
};

/** Places of those who are outside, with work of their own, so that their lists are not simply empty. */
export const elsewhere: readonly Place[] = [
  {
    region: '339901001002',
    programme: 'dibao_rural',
    mark: '甪直',
    amountFen: 1_234_567n,
    officeMark: '甪',
    closedMark: '',
  },
  {
    region: '339901002001',
    programme: 'dibao_rural',
    mark: '亳州',
    amountFen: 1_234_567n,
    officeMark: '亳',
    closedMark: '',
  },
  {
    region: '339902001001',
    programme: 'dibao_rural',
    mark: '邛崃',
    amountFen: 1_234_567n,
    officeMark: '邛',
    closedMark: '',
  },
  {
    region: '339801001001',
    programme: 'dibao_rural',
    mark: '郫县',
    amountFen: 1_234_567n,
    officeMark: '郫',
    closedMark: '',
  },
  {
    region: '349901001001',
    programme: 'dibao_rural',
    mark: '歙县',
    amountFen: 1_234_567n,
    officeMark: '歙',
    closedMark: '',
  },
  // Inside the area, of another programme.
  {
    region: '339901001001',
    programme: 'orphan',
    mark: '黟县',
    amountFen: 1_234_567n,
    officeMark: '黟',
    closedMark: '',
  },
];

/** Divisions beside those of a test office. */
export const moreDivisions: readonly (readonly [string, string])[] = [
  ['3398', '邻市'],
  ['339801', '丙县'],
  ['339801001', '北乡'],
  ['339801001001', '五村'],
  ['34', '邻省'],
  ['3499', '外市'],
  ['349901', '丁县'],
  ['349901001', '中乡'],
  ['349901001001', '六村'],
];

const levels: Partial<Record<Role, 2 | 4 | 9 | 12>> = {
  villageAide: 12,
  townCaseworker: 9,
  townLead: 9,
  institutionHead: 9,
  cityOfficer: 4,
  provinceOfficer: 2,
};

/** The area around a village in which somebody of this role works. */
export function areaAround(role: Role, region: string): string {
  return region.slice(0, levels[role] ?? 6);
}

/** The nearest place that lies outside the area around the target. */
export function placeOutside(role: Role): Place {
  const inside = areaAround(role, target.region);
  const outside = elsewhere.find((place) => areaAround(role, place.region) !== inside);
  if (outside === undefined) throw new Error(`no place outside for ${role}`);
  return outside;
}

/** The area of the role's level around that place. */
export function nearestOutside(role: Role): string {
  return areaAround(role, placeOutside(role).region);
}

/** An id for a thing of a place: the same name, the same id, whether it exists or not. */
export function idOf(place: Place, name: string): string {
  const hex = createHash('sha256').update(`${place.region} ${place.programme} ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Numbers of a made-up person there. */
export function numbersOf(place: Place): { id: string; account: string; phone: string } {
  const nth = String((place.mark.codePointAt(0) ?? 0) % 10_000).padStart(4, '0');
  const first17 = `${place.region.slice(0, 6)}19510203${nth.slice(1)}`;
  return { id: first17 + checkDigit(first17), account: `62284800${nth}5511${nth}`, phone: `1390${nth}771` };
}

/** Fingerprint of the finding there; `restricted` the one that names an official. */
export function leadIdOf(place: Place, isRestricted: boolean): string {
  return createHash('sha256')
    .update(`lead ${idOf(place, String(isRestricted))}`)
    .digest('hex');
}
