import type { Heading } from './heading.ts';
import { HeadingIndex } from './heading-index.ts';
import type { Source, SourceColumn, SourceSlot, Vocabulary } from './source.ts';

/** A heading read as "somebody's name" or "somebody's number". */
export interface PartyHeading {
  readonly kind: 'id' | 'name' | null;
  /** The words before, '' when the heading names nobody. */
  readonly party: string;
}

function cutEnding(text: string, words: readonly string[]): string | null {
  for (const word of words) {
    if (text.endsWith(word) && (word.length > 2 || text === word || /\p{Script=Han}/u.test(word)))
      return text.slice(0, -word.length);
  }
  return null;
}

function cleanParty(text: string, vocabulary: Vocabulary): string {
  let party = text;
  for (const ending of vocabulary.groupEndings) {
    if (party.endsWith(ending) && party.length > ending.length) party = party.slice(0, -ending.length);
  }
  return party === '人员' ? '' : party;
}

/** Splits 家庭成员身份证号 into its party and what it says of him. 户主 alone is a name. */
export function readParty(heading: Heading, vocabulary: Vocabulary): PartyHeading {
  for (const whole of [heading.full, heading.group + heading.bare]) {
    // 证件号一 and 姓名二 are the first and the second person's.
    const [, numbered = whole, ordinal = ''] = /^(.{2,})([一二12甲乙])$/u.exec(whole) ?? [];
    const text = ordinal === '' ? whole : numbered;
    const beforeId = cutEnding(text, vocabulary.idWords);
    if (beforeId !== null) return { kind: 'id', party: cleanParty(beforeId, vocabulary) + ordinal };
    const beforeName = cutEnding(text, vocabulary.nameWords);
    if (beforeName !== null) return { kind: 'name', party: cleanParty(beforeName, vocabulary) + ordinal };
  }
  if (vocabulary.parties.has(heading.leaf)) return { kind: 'name', party: heading.leaf };
  return { kind: null, party: '' };
}

const overlaps = (party: string, word: string): boolean =>
  word.length >= 2 && (party.endsWith(word) || word.endsWith(party));

function partyScore(party: string, slot: SourceSlot, source: Source): number {
  const principal = source.persons[0] === slot;
  if (party === '') return principal ? 0.92 : 0;
  if (slot.words.has(party)) return 1;
  if (source.persons.some((p) => p !== slot && p.words.has(party))) return 0;
  if ([...slot.words].some((word) => overlaps(party, word))) return 0.85;
  if ([...source.vocabulary.parties].some((word) => party.endsWith(word))) return 0;
  return principal ? 0.7 : 0;
}

const ENDS_IN_TIME = /(?:日期|时间|年月|月份|年月日|之日)$/u;
const ENDS_IN_MONEY = /(?:金额|元|费用|标准|收入|补贴|工资)$/u;
const TIMES = new Set(['date', 'month', 'year']);

type Hint = readonly [applies: (leaf: string, column: SourceColumn) => boolean, factor: number];

/** What a heading's last characters say against a column's type; the first that applies counts. */
const HINTS: readonly Hint[] = [
  [(leaf, c) => ENDS_IN_TIME.test(leaf) && !TIMES.has(c.type), 0.35],
  [(leaf, c) => TIMES.has(c.type) && ENDS_IN_MONEY.test(leaf), 0.2],
  [(leaf, c) => /电话|手机|联系方式/u.test(leaf) && c.type !== 'phone', 0.3],
  [(leaf, c) => /(?:账|帐|卡)号$/u.test(leaf) && c.type !== 'account', 0.3],
  [(leaf, c) => /^(?:是否|有无)/u.test(leaf) && c.type !== 'yesno', 0.7],
  [(leaf, c) => leaf.endsWith('数') && ['name', 'id', 'cat'].includes(c.type), 0.4],
];

const typeHint = (heading: Heading, column: SourceColumn): number =>
  HINTS.find(([applies]) => applies(heading.leaf, column))?.[1] ?? 1;

function periodHint(heading: Heading, column: SourceColumn): number {
  if (column.type !== 'money' || column.period === null || heading.period === null) return 1;
  if (heading.period === 'year' && column.period === 'month') return column.yearly === null ? 0.95 : 0.55;
  return heading.period === 'month' && column.period === 'year' ? 0.35 : 1;
}

/** How near a heading's words are to what each column of a data set is called. */
function listScores(heading: Heading, source: Source): readonly number[] {
  const index = HeadingIndex.of(source);
  const full = index.scores(heading.full);
  const leaf = index.scores(heading.leaf);
  const bare = index.scores(heading.bare);
  return full.map((score, at) => Math.max(score, 0.98 * (leaf[at] ?? 0), 0.96 * (bare[at] ?? 0)));
}

/** Score of a heading for the name or number column of a person. */
function personScore(
  party: PartyHeading,
  source: Source,
  slot: SourceSlot,
  column: SourceColumn,
  list: number,
): number {
  const byParty = party.kind === column.type ? partyScore(party.party, slot, source) : 0;
  if (party.kind === column.type && party.party !== '') return list === 1 && byParty > 0 ? 1 : byParty;
  const loose = party.kind === null && column.type === 'name' ? 0.6 * list : 0;
  return Math.max(byParty, list >= 0.95 ? list : loose);
}

/** A number or name of somebody is no other fact, unless the data set itself calls the column so. */
function isOtherFact(party: PartyHeading, column: SourceColumn, list: number): boolean {
  if (party.kind === 'id') return list < 0.94;
  return party.kind === 'name' && party.party !== '' && list < 0.9 && column.type !== 'text';
}

/**
 * How well a heading names each column of a data set, 0 to 1, by words alone.
 * @param party the heading's party, already resolved from its neighbours
 */
export function headingScores(heading: Heading, party: PartyHeading, source: Source): number[] {
  const lists = listScores(heading, source);
  return source.columns.map((column, at) => columnScore(heading, party, source, column, lists[at] ?? 0));
}

function columnScore(
  heading: Heading,
  party: PartyHeading,
  source: Source,
  column: SourceColumn,
  list: number,
): number {
  const slot = source.persons.find((s) => s.slot === column.slot);
  if (slot !== undefined) return personScore(party, source, slot, column, list);
  if (isOtherFact(party, column, list)) return 0;
  return list * (list >= 0.94 ? 1 : typeHint(heading, column)) * periodHint(heading, column);
}

const ENDS_IN_PERSON = /(?:人|者|对象|人员|员|主|方|户|男|女|夫|妻|亲|属|长|代表)$/u;

/** Names beside a person's own that say nothing about whose number comes next. */
const SAME_PERSON = new Set(['曾用名', '账户', '开户', '户名', '收款人', '持卡人', '收款']);
const HEADS = new Set(['户主', '户代表', '户主本人', '低保户主', '家庭户主']);

function settleNames(headings: readonly Heading[], parties: PartyHeading[]): void {
  const bare = parties.flatMap((p, i) => (p.kind === 'name' && p.party === '' ? [i] : []));
  const [first, second] = bare;
  const relation = headings.findIndex((h) => h.leaf.endsWith('关系'));
  if (first !== undefined && second !== undefined && relation > first && headings[first]?.group === '') {
    parties[first] = { kind: 'name', party: '户主' };
  }
  if (!parties.some((p) => p.kind === 'name' && HEADS.has(p.party))) return;
  for (const i of bare) if (parties[i]?.party === '') parties[i] = { kind: 'name', party: '成员' };
}

/**
 * The party of every heading of a sheet. A bare 身份证号 belongs to the name column on its left; the only one of a
 * sheet belongs to its bare 姓名. Of two bare 姓名 the first is the head's when a relation stands to its right.
 */
export function readParties(
  headings: readonly Heading[],
  vocabulary: Vocabulary,
  nameShares: readonly number[],
): PartyHeading[] {
  const parties = headings.map((h, i) => {
    const party = readParty(h, vocabulary);
    // 持证人, 五保对象: whoever it is, his name stands in the column.
    const person = party.kind === null && (nameShares[i] ?? 0) >= 0.6 && ENDS_IN_PERSON.test(h.bare);
    return person ? { kind: 'name' as const, party: h.bare } : party;
  });
  settleNames(headings, parties);
  const isOnly = parties.filter((p) => p.kind === 'id').length === 1;
  const own = parties.find((p) => p.kind === 'name' && (p.party === '' || p.party === '成员'));
  return parties.map((p, i) => {
    if (p.kind !== 'id' || p.party !== '') return p;
    return { kind: 'id', party: (isOnly ? own?.party : undefined) ?? nameToTheLeft(parties, i) };
  });
}

/** Whose name stands nearest to the left of a number, before any other number; '' if nobody's. */
function nameToTheLeft(parties: readonly PartyHeading[], at: number): string {
  const left = parties.slice(Math.max(0, at - 6), at).reverse();
  const near = left.find((p) => p.kind === 'id' || (p.kind === 'name' && !SAME_PERSON.has(p.party)));
  return near?.kind === 'name' ? near.party : '';
}
