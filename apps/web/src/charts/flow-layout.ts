import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { type FlowLink, type FlowNode, type FlowNodeId, flowNodeIds } from './flow.ts';

/** A node as it is drawn. */
export interface PlacedNode extends FlowNode {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Drawn left of the node when there is no room to its right. */
  readonly isLast: boolean;
}

/** A band between two nodes. */
export interface PlacedLink {
  readonly key: string;
  readonly d: string;
  readonly width: number;
}

const depths: Readonly<Record<FlowNodeId, number>> = {
  ...{ found: 0, dispatched: 1, waiting: 1, setAside: 1, visited: 2, toVisit: 2 },
  ...{ confirmed: 3, partly: 3, innocent: 3, dataWrong: 3, identityWrong: 3, awaitingAnswer: 3 },
  ...{ increased: 4, kept: 4, reduced: 4, stopped: 4, converted: 4, deciding: 4, none: 4 },
};

/** Places and bands on a canvas of this size; `room` is kept free on the right for names. */
export function layOut(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  size: { readonly width: number; readonly height: number; readonly room: number },
): { nodes: PlacedNode[]; links: PlacedLink[] } {
  const deepest = Math.max(...nodes.map(({ id }) => depths[id]), 1);
  const graph = sankey<FlowNode, object>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => depths[node.id])
    .nodeSort((a, b) => flowNodeIds.indexOf(a.id) - flowNodeIds.indexOf(b.id))
    .nodeWidth(12)
    .nodePadding(16)
    .extent([
      [1, 12],
      [size.width - size.room, size.height - 12],
    ])({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) });
  const draw = sankeyLinkHorizontal<FlowNode, object>();
  return {
    nodes: graph.nodes.map((node) => ({
      ...{ id: node.id, line: node.line, count: node.count },
      ...{ x0: node.x0 ?? 0, x1: node.x1 ?? 0, y0: node.y0 ?? 0, y1: node.y1 ?? 0 },
      isLast: depths[node.id] === deepest,
    })),
    links: graph.links.map((link, i) => ({
      key: String(i),
      d: draw(link) ?? '',
      width: Math.max(1, link.width ?? 1),
    })),
  };
}
