import { programmeChoices } from '@yangguang/domain/workflows/lead-choices';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { usePick } from '../../words/language.tsx';

/** Names of programmes in the language of the page. */
export function useProgrammeName(): (programme: string) => string {
  const pick = usePick();
  const choices: Readonly<Record<string, Bilingual>> = programmeChoices;
  return (programme) => {
    const known = choices[programme];
    return known === undefined ? programme : pick(known);
  };
}
