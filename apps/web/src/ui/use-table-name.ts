import { defineWords } from '../words/define-words.ts';
import { useWords } from '../words/language.tsx';

const words = defineWords({
  list: { zh: (title: string) => `${title}列表`, en: (title: string) => `List: ${title}` },
});

/** Name of a table inside a section of the same title: two places of a page are never called the same. */
export function useTableName(): (title: string) => string {
  return useWords(words).list;
}
