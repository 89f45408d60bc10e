/** Leads of one way, as the board gives them: waiting, toVisit, confirmed/stopped … */
export interface PathCount {
  readonly path: string;
  readonly count: number;
}

/** A place that leads pass. `line` opens them. */
export interface FlowNode {
  readonly id: FlowNodeId;
  readonly line: string;
  readonly count: number;
}

export interface FlowLink {
  readonly source: FlowNodeId;
  readonly target: FlowNodeId;
  readonly value: number;
}

/** All places, in the order of columns and from top to bottom. */
export const flowNodeIds = [
  ...(['found'] as const),
  ...(['dispatched', 'waiting', 'setAside'] as const),
  ...(['visited', 'toVisit'] as const),
  ...(['confirmed', 'partly', 'innocent', 'dataWrong', 'identityWrong', 'awaitingAnswer'] as const),
  ...(['increased', 'kept', 'reduced', 'stopped', 'converted', 'deciding', 'none'] as const),
] as const;
export type FlowNodeId = (typeof flowNodeIds)[number];

const decisions = ['increased', 'kept', 'reduced', 'stopped', 'converted', 'deciding', 'none'] as const;
const answers = ['confirmed', 'partly', 'innocent', 'dataWrong', 'identityWrong', 'awaitingAnswer'] as const;

const lines: Readonly<Partial<Record<FlowNodeId, string>>> = {
  found: 'leads',
  dispatched: 'path.dispatched',
  visited: 'path.visited',
};

/** Which line of campaign.cases opens a place. */
export function lineOfNode(id: FlowNodeId): string {
  return lines[id] ?? ((decisions as readonly string[]).includes(id) ? `decided:${id}` : `path:${id}`);
}

/** Where leads went: places and what flows between them. Places that no lead passes are left out. */
export function flowOf(paths: readonly PathCount[]): { nodes: FlowNode[]; links: FlowLink[] } {
  const links = new Map<string, FlowLink>();
  const add = (source: FlowNodeId, target: FlowNodeId, value: number): void => {
    const key = `${source} ${target}`;
    links.set(key, { source, target, value: (links.get(key)?.value ?? 0) + value });
  };
  const counts = new Map<FlowNodeId, number>();
  for (const { path, count } of paths) {
    const way = wayOf(path);
    for (const [i, id] of way.entries()) {
      counts.set(id, (counts.get(id) ?? 0) + count);
      const next = way[i + 1];
      if (next !== undefined) add(id, next, count);
    }
  }
  const nodes = flowNodeIds.flatMap((id) => {
    const count = counts.get(id) ?? 0;
    return count === 0 ? [] : [{ id, line: lineOfNode(id), count }];
  });
  return { nodes, links: [...links.values()] };
}

/** Places that leads of a path have passed, from the first to where they are. */
function wayOf(path: string): FlowNodeId[] {
  const [head = '', end] = path.split('/');
  if (head === 'waiting' || head === 'setAside') return ['found', head];
  if (head === 'toVisit') return ['found', 'dispatched', 'toVisit'];
  const answer = answers.find((one) => one === head);
  if (answer === undefined) return ['found'];
  const decision = decisions.find((one) => one === end);
  const way: FlowNodeId[] = ['found', 'dispatched', 'visited', answer];
  return decision === undefined ? way : [...way, decision];
}
