import { membersOf, zipOf } from './make-originals.mjs';
import { Chance, mutateBytes } from './mutate-bytes.mjs';
import { mutateXml } from './mutate-xml.mjs';

/** The kinds of files that are damaged. */
export const kinds = ['xlsx', 'xls', 'csv', 'zip'];

/**
 * The `index`-th damaged file of a kind: the same bytes for the same seed. Packages are damaged inside and packed
 * again, one in eight of them on the outside.
 * @returns {Promise<Buffer>}
 */
export async function mutateFile(originals, kind, seed, index) {
  const chance = new Chance(seed * 1_000_003 + kinds.indexOf(kind) * 250_000_007 + index);
  const original = chance.pick(originals[kind]);
  if (kind === 'csv') return mutateBytes(original, chance, 'text');
  if (kind === 'xls')
    return original[0] === 0xd0 ? mutateBytes(original, chance, 'ole') : mutateMarkup(original, chance);
  if (chance.below(8) === 0) return mutateBytes(original, chance, 'zip');
  return kind === 'xlsx'
    ? mutateWorkbook(original, chance, originals.rooms)
    : mutateArchive(originals.zipMembers, chance, originals.rooms);
}

/** Mostly damage behind the parser, else any. */
const mutateMarkup = (bytes, chance) =>
  chance.below(8) > 0 ? mutateXml(bytes, chance) : mutateBytes(bytes, chance, 'xml');

async function mutateWorkbook(original, chance, rooms) {
  const members = await membersOf(original);
  const sheets = members.filter(([name]) => /sheet1|sharedStrings/.test(name));
  for (let i = 0; i < 1 + chance.below(2); i += 1) {
    const member = chance.below(4) === 0 ? chance.pick(members) : chance.pick(sheets);
    member[1] = mutateMarkup(member[1], chance);
  }
  if (chance.below(20) === 0) members.splice(chance.below(members.length), 1);
  if (chance.below(20) === 0) members.push(chance.pick(members));
  return zipOf(rooms, members, chance.below(4) > 0);
}

async function mutateArchive(originals, chance, rooms) {
  const members = originals.map(([name, bytes]) => [name, bytes]);
  const member = chance.pick(members);
  if (chance.below(4) === 0) member[0] = mutateBytes(Buffer.from(member[0]), chance, 'text').toString('utf8');
  else if (chance.below(2) === 0) member[1] = mutateBytes(member[1], chance, 'zip');
  else member[1] = mutateBytes(member[1], chance, 'text');
  if (chance.below(10) === 0) members.push(member);
  return zipOf(rooms, members, chance.below(4) > 0);
}
