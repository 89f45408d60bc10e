import type { Client } from '@yangguang/contract/wire';
import { Refused } from '@yangguang/contract/wire';
import type { Got } from '../../api/use-api.tsx';

type Why = NonNullable<Got<'matter.bulkPreview'>['items'][number]['why']>;

/** What is to be done with every lead chosen. */
export interface Step {
  readonly action: string;
  readonly reason: string | null;
}

/** A lead for which the step can be taken, as it stands; its step id is made once and kept until it was taken. */
export interface Target {
  readonly matterId: string;
  readonly expectedVersion: number;
  readonly stepId: string;
}

export interface Refusal {
  readonly matterId: string;
  /** Null: the server gave no answer. */
  readonly why: Why | null;
}

export interface Previewed {
  readonly can: readonly Target[];
  readonly cannot: readonly Refusal[];
}

/** As many as the server looks at in one go. */
const atOnce = { preview: 200, act: 50 };

/** Asks of each lead whether the step could be taken. Changes nothing. */
export async function previewAll(
  api: Pick<Client, 'matter'>,
  ids: readonly string[],
  step: Step,
  options: { readonly newId: () => string; readonly onProgress: (done: number) => void },
): Promise<Previewed> {
  const can: Target[] = [];
  const cannot: Refusal[] = [];
  for (const part of partsOf(ids, atOnce.preview)) {
    const { items } = await api.matter.bulkPreview({ matterIds: part, ...step });
    for (const { matterId, version, may, why } of items)
      if (may && version !== null) can.push({ matterId, expectedVersion: version, stepId: options.newId() });
      else cannot.push({ matterId, why });
    options.onProgress(can.length + cannot.length);
  }
  return { can, cannot };
}

export interface Taken {
  readonly taken: readonly string[];
  readonly failed: readonly Refusal[];
}

/**
 * Takes the step for each. One that is refused hinders no other; where no answer came, those of that part have failed and
 * may be sent again: the same step id is the same step.
 */
export async function takeAll(
  api: Pick<Client, 'matter'>,
  targets: readonly Target[],
  step: Step,
  onProgress: (done: number) => void,
): Promise<Taken> {
  const taken: string[] = [];
  const failed: Refusal[] = [];
  for (const items of partsOf(targets, atOnce.act)) {
    try {
      const answer = await api.matter.bulkAct({ items, ...step });
      for (const { matterId, taken: done, why } of answer.items)
        if (done === null) failed.push({ matterId, why });
        else taken.push(matterId);
    } catch (error) {
      const why = error instanceof Refused ? whyOf(error) : null;
      failed.push(...items.map(({ matterId }) => ({ matterId, why })));
    }
    onProgress(taken.length + failed.length);
  }
  return { taken, failed };
}

/** Refusals by what they say, the most frequent first. */
export function byReason(
  refusals: readonly Refusal[],
): { readonly why: Why | null; readonly count: number }[] {
  const groups = new Map<string, { why: Why | null; count: number }>();
  for (const { why } of refusals) {
    const key = why === null ? '' : `${why.code} ${why.what.zh} ${why.why.zh}`;
    const group = groups.get(key) ?? { why, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

function whyOf({ answer }: Refused): Why {
  return {
    code: answer.code,
    what: { zh: answer.zh, en: answer.en },
    why: { zh: answer.whyZh, en: answer.whyEn },
    remedy: { zh: answer.remedyZh, en: answer.remedyEn },
  };
}

function partsOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
