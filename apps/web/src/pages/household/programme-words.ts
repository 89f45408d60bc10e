import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { programmeChoices } from '@yangguang/domain/workflows/lead-choices';

/** A programme in words; its code where it has none. */
export function programmeWords(programme: string): Bilingual {
  const all: Readonly<Record<string, Bilingual>> = programmeChoices;
  return all[programme] ?? { zh: programme, en: programme };
}
