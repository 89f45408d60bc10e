/** A branch of the tree of divisions as it is in sight. */
export interface Branch {
  readonly code: string;
  /** From 1. */
  readonly level: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

/** What a key does in a tree: go to a branch, open or fold one. */
export type Move =
  | { readonly go: string }
  | { readonly open: string }
  | { readonly fold: string }
  | { readonly choose: string }
  | null;

/**
 * The keys of a tree, as everybody knows them: up and down, Home and End through what is in sight; right opens or goes
 * in; left folds or goes out; Enter and space choose.
 */
export function moveInTree(branches: readonly Branch[], current: string, key: string): Move {
  const at = branches.findIndex(({ code }) => code === current);
  const here = branches[at];
  if (here === undefined) return null;
  return moves[key]?.(branches, at, here) ?? null;
}

type Moving = (branches: readonly Branch[], at: number, here: Branch) => Move;

const go = (branch: Branch | undefined): Move => (branch === undefined ? null : { go: branch.code });

const moves: Readonly<Record<string, Moving>> = {
  ArrowDown: (branches, at) => go(branches[at + 1]),
  ArrowUp: (branches, at) => go(branches[at - 1]),
  Home: (branches) => go(branches[0]),
  End: (branches) => go(branches.at(-1)),
  ArrowRight: moveIn,
  ArrowLeft: (branches, at, here) => (here.isOpen ? { fold: here.code } : go(upperOf(branches, at, here))),
  Enter: (_branches, _at, here) => ({ choose: here.code }),
  ' ': (_branches, _at, here) => ({ choose: here.code }),
};

function moveIn(branches: readonly Branch[], at: number, here: Branch): Move {
  if (!here.hasChildren) return null;
  if (!here.isOpen) return { open: here.code };
  const next = branches[at + 1];
  return next !== undefined && next.level > here.level ? { go: next.code } : null;
}

function upperOf(branches: readonly Branch[], at: number, here: Branch): Branch | undefined {
  return branches.slice(0, at).findLast(({ level }) => level < here.level);
}
