import { useQueries } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { type Got, useApi } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useRegionName } from '../../ui/region-name.tsx';
import { useWords } from '../../words/language.tsx';
import styles from './leads.module.css';
import { rootsOf } from './tree-roots.ts';
import { type Branch, moveInTree } from './tree-moves.ts';
import { words } from './words.ts';

type Child = Got<'division.children'>['items'][number];

interface Shown extends Branch {
  /** Null for where the tree begins: its name is asked for. */
  readonly name: string | null;
  /** Null while it is not known. */
  readonly leads: number | null;
}

/** The divisions one works in, branch by branch, each with how many leads of the present filter it has. */
export function RegionTree({
  filter,
  chosen,
  onChoose,
}: {
  /** Without places. */
  readonly filter: readonly string[];
  /** The division the queue is cut to; null: all one works in. */
  readonly chosen: string | null;
  readonly onChoose: (code: string | null) => void;
}): ReactNode {
  const say = useWords(words);
  const { who } = useSession();
  const roots = rootsOf(who.appointments.map(({ area }) => area));
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(roots));
  const { branches, error, retry } = useBranches(roots, open, filter);
  const at = chosen ?? roots[0] ?? '';
  const [focus, setFocus] = useState(at);
  const current = branches.some(({ code }) => code === focus) ? focus : (branches[0]?.code ?? '');
  const turn = (code: string, isOpen: boolean): void => {
    const next = new Set(open);
    if (isOpen) next.add(code);
    else next.delete(code);
    setOpen(next);
  };
  const choose = (code: string): void => onChoose(roots.length === 1 && code === roots[0] ? null : code);
  const hear = (event: KeyboardEvent): void => {
    const move = moveInTree(branches, current, event.key);
    if (move === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if ('go' in move) setFocus(move.go);
    else if ('open' in move) turn(move.open, true);
    else if ('fold' in move) turn(move.fold, false);
    else choose(move.choose);
  };
  const press = (target: EventTarget): void => {
    if (!(target instanceof Element)) return;
    const code = target.closest('[data-code]')?.getAttribute('data-code');
    const branch = branches.find((one) => one.code === code);
    if (branch === undefined) return;
    setFocus(branch.code);
    if (target.closest('[data-twig]') !== null && branch.hasChildren) turn(branch.code, !branch.isOpen);
    else choose(branch.code);
  };
  return (
    <>
      {error === null ? null : <Problem error={error} onRetry={retry} />}
      <ul
        role="tree"
        aria-label={say.regions}
        aria-activedescendant={`branch-${current}`}
        tabIndex={0}
        className={styles['tree']}
        onKeyDown={hear}
        onClick={(event) => press(event.target)}
      >
        {branches.map((branch) => (
          <BranchLine
            key={branch.code}
            branch={branch}
            isChosen={branch.code === at}
            isCurrent={branch.code === current}
          />
        ))}
      </ul>
    </>
  );
}

function BranchLine({
  branch,
  isChosen,
  isCurrent,
}: {
  readonly branch: Shown;
  readonly isChosen: boolean;
  readonly isCurrent: boolean;
}): ReactNode {
  const say = useWords(words);
  const { code, level, hasChildren, isOpen, leads } = branch;
  const asked = useRegionName(branch.name === null ? code : '');
  const name = branch.name ?? (code === '' ? say.wholeCountry : asked);
  return (
    <li
      id={`branch-${code}`}
      data-code={code}
      role="treeitem"
      aria-level={level}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-selected={isChosen}
      aria-label={leads === null ? name : say.regionCount(name, leads)}
      className={[isChosen ? styles['here'] : '', isCurrent ? styles['current'] : ''].join(' ')}
      style={{ paddingInlineStart: `${(level - 1) * 0.9 + 0.2}rem` }}
    >
      <span aria-hidden="true" data-twig className={styles['twig']}>
        {hasChildren ? (isOpen ? '▾' : '▸') : ''}
      </span>
      <span className={styles['branch']}>{name}</span>
      {leads === null ? null : (
        <span aria-hidden="true" className={styles['count']}>
          {leads}
        </span>
      )}
    </li>
  );
}

/** Branches in sight: below every open one what the server says lies there, with the counts of the filter. */
function useBranches(
  roots: readonly string[],
  open: ReadonlySet<string>,
  filter: readonly string[],
): { readonly branches: readonly Shown[]; readonly error: Error | null; readonly retry: () => void } {
  const api = useApi();
  const codes = [...open];
  const below = useQueries({
    queries: codes.map((of) => ({
      queryKey: ['division.children', { of }],
      queryFn: () => api.division.children({ of }),
      staleTime: Infinity,
    })),
  });
  const counted = [...new Set([...roots, ...codes])];
  const tallies = useQueries({
    queries: counted.map((under) => ({
      queryKey: ['lead.tally', { filter, under }],
      queryFn: () => api.lead.tally({ filter: [...filter], under }),
    })),
  });
  const children = new Map(codes.map((code, i) => [code, below[i]?.data?.items ?? []]));
  const counts = new Map(
    tallies.flatMap(({ data }) => (data?.divisions ?? []).map(({ code, leads }) => [code, leads] as const)),
  );
  for (const [i, under] of counted.entries()) {
    // What lies in no division below is counted with its own code: a root has that and all below.
    const divisions = tallies[i]?.data?.divisions;
    if (divisions !== undefined && roots.includes(under))
      counts.set(
        under,
        divisions.reduce((sum, { leads }) => sum + leads, 0),
      );
  }
  const isCounted = new Set(counted.filter((_, i) => tallies[i]?.data !== undefined));
  const list: Shown[] = [];
  const add = (
    code: string,
    name: string | null,
    level: number,
    hasChildren: boolean,
    upper: string | null,
  ): void => {
    const isOpen = hasChildren && open.has(code);
    const known = counts.get(code);
    const leads = known ?? (upper !== null && isCounted.has(upper) ? 0 : null);
    list.push({ code, name, level, hasChildren, isOpen, leads });
    if (!isOpen) return;
    for (const child of children.get(code) ?? [])
      add(child.code, child.name, level + 1, child.hasChildren && leaves(child), code);
  };
  for (const root of roots) add(root, null, 1, root.length < 12, null);
  const failed = below.find(({ error }) => error !== null);
  return { branches: list, error: failed?.error ?? null, retry: () => void failed?.refetch() };
}

const leaves = ({ code }: Child): boolean => code.length < 12;
