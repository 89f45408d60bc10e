import { type EvidenceKind, evidenceKinds } from '@yangguang/domain/workflows/evidence';
import type { Got } from '../../api/use-api.tsx';
import type { Lang } from '../../words/language.tsx';
import type { Matter } from './fact-words.ts';

/** A document of the matter, as far as the reader may know it. */
export interface Paper {
  readonly id: string;
  readonly kind: string;
  /** Null where the reader may not read documents: then only kind and number are known. */
  readonly title: string | null;
  readonly fileName: string | null;
  readonly paperNo: string | null;
  readonly bytes: number | null;
  readonly addedBy: string | null;
  readonly addedAt: string | null;
  readonly sm3: string | null;
}

/** What a kind of document is called. */
export function kindTitle(kind: string, lang: Lang): string {
  return Object.hasOwn(evidenceKinds, kind) ? evidenceKinds[kind as EvidenceKind][lang] : kind;
}

/** True for a title that says no more than the kind, in whatever language it was entered. */
export function isKindTitle(kind: string, title: string): boolean {
  return kindTitle(kind, 'zh') === title || kindTitle(kind, 'en') === title;
}

/** Documents of a matter, newest last: the list, or for those who may not read it what the steps cite. */
export function papersOf(
  matter: Pick<Matter, 'steps'>,
  listed: Got<'evidence.list'>['items'] | null,
): Paper[] {
  if (listed !== null)
    return listed.map(({ addedBy, id, kind, title, fileName, paperNo, bytes, addedAt, sm3 }) => ({
      ...{ id, kind, title, fileName, paperNo, bytes, addedAt, sm3 },
      addedBy: addedBy?.name ?? null,
    }));
  const cited = new Map<string, Paper>();
  for (const step of matter.steps)
    for (const { id, kind, paperNo } of step.evidence)
      if (!cited.has(id))
        cited.set(id, {
          ...{ id, kind, paperNo, title: null, fileName: null, bytes: null, sm3: null },
          ...{ addedBy: step.by?.name ?? null, addedAt: step.at },
        });
  return [...cited.values()];
}
