/** A scored pair of records, by number. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  /** Infinite where people have judged the two to be one, or not to be one: no mean overrules them. */
  readonly score: number;
}

export interface ClusterRules {
  /** Mean score between two groups from which they become one. */
  readonly from: number;
  /** What a pair counts for that no blocking rule found. */
  readonly unseen: number;
  /** A record's valid identity number: a group never holds two. Null when it has none. */
  readonly numberOf: (record: number) => bigint | null;
}

/** Weight of a pair within a mean: one overwhelming pair must not carry records that agree with nothing else. */
const clip = (score: number): number => (Number.isFinite(score) ? Math.max(-12, Math.min(12, score)) : score);

/**
 * Groups records: the best pair first, and two groups become one only while the mean over all their pairs speaks for it
 * (average linkage), so that a chain of near misses does not tie strangers together. Edges must come best first, in a
 * fixed order; the result does not depend on anything else. Cost: edges × groups touched by a merge.
 *
 * @returns the group's smallest record for every record that is in an edge
 */
export function clusterRecords(edges: readonly Edge[], rules: ClusterRules): Map<number, number> {
  const groups = new Map<number, Group>();
  const of = (record: number): Group => {
    const known = groups.get(record);
    if (known) return known;
    const fresh: Group = {
      root: record,
      size: 1,
      members: [record],
      sums: new Map(),
      seen: new Map(),
      number: rules.numberOf(record),
    };
    groups.set(record, fresh);
    return fresh;
  };
  for (const { a, b, score } of edges) {
    link(of(a), b, score);
    link(of(b), a, score);
  }
  const queue = edges.filter(({ score }) => score > rules.from - 12);
  let isChanged = true;
  // A pair refused at first may fit once others have joined: go round until nothing changes.
  for (let round = 0; isChanged && round < 5; round += 1) {
    isChanged = false;
    for (const { a, b } of queue) {
      const [left, right] = [of(a), of(b)];
      if (left === right || !mayJoin(left, right, rules)) continue;
      join(left, right, groups);
      isChanged = true;
    }
  }
  const names = new Map([...new Set(groups.values())].map((group) => [group, smallest(group.members)]));
  return new Map([...groups].map(([record, group]) => [record, names.get(group) ?? record]));
}

interface Group {
  root: number;
  size: number;
  members: number[];
  /** Sum of clipped scores and number of scored pairs, by root of the other group. */
  sums: Map<number, number>;
  seen: Map<number, number>;
  number: bigint | null;
}

function link(group: Group, other: number, score: number): void {
  group.sums.set(other, (group.sums.get(other) ?? 0) + clip(score));
  group.seen.set(other, (group.seen.get(other) ?? 0) + 1);
}

function mayJoin(left: Group, right: Group, rules: ClusterRules): boolean {
  if (left.number !== null && right.number !== null && left.number !== right.number) return false;
  const pairs = left.size * right.size;
  const seen = left.seen.get(right.root) ?? 0;
  const sum = (left.sums.get(right.root) ?? 0) + (pairs - seen) * rules.unseen;
  return sum / pairs >= rules.from;
}

function join(left: Group, right: Group, groups: Map<number, Group>): void {
  const [into, from] = left.size >= right.size ? [left, right] : [right, left];
  const old = from.root;
  for (const [other, sum] of from.sums) {
    if (other === into.root) continue;
    const partner = groups.get(other);
    if (partner === undefined) continue;
    into.sums.set(other, (into.sums.get(other) ?? 0) + sum);
    into.seen.set(other, (into.seen.get(other) ?? 0) + (from.seen.get(other) ?? 0));
    move(partner, old, into.root);
  }
  into.sums.delete(old);
  into.seen.delete(old);
  into.number ??= from.number;
  into.size += from.size;
  for (const member of from.members) {
    into.members.push(member);
    groups.set(member, into);
  }
}

function smallest(members: readonly number[]): number {
  return members.reduce((least, member) => Math.min(least, member));
}

/** What a third group knows of the one that was taken in, it now knows of the one that took it. */
function move(group: Group, from: number, to: number): void {
  group.sums.set(to, (group.sums.get(to) ?? 0) + (group.sums.get(from) ?? 0));
  group.seen.set(to, (group.seen.get(to) ?? 0) + (group.seen.get(from) ?? 0));
  group.sums.delete(from);
  group.seen.delete(from);
}
