import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { Entry } from './define-words.ts';

export type Lang = 'zh' | 'en';

interface Language {
  readonly lang: Lang;
  readonly choose: (lang: Lang) => void;
}

const LanguageContext = createContext<Language>({ lang: 'zh', choose: () => undefined });
const place = 'yangguang.lang';
const codes: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' };

/** Chinese first; what was chosen is kept in this browser. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [lang, setLang] = useState<Lang>(() => {
    const kept: Lang = localStorage.getItem(place) === 'en' ? 'en' : 'zh';
    document.documentElement.lang = codes[kept];
    return kept;
  });
  const language = useMemo(
    () => ({
      lang,
      choose: (chosen: Lang) => {
        localStorage.setItem(place, chosen);
        document.documentElement.lang = codes[chosen];
        setLang(chosen);
      },
    }),
    [lang],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return use(LanguageContext);
}

export function useLang(): Lang {
  return use(LanguageContext).lang;
}

/** Texts of {@link defineWords} in the language of the page. */
type Spoken<T> = {
  readonly [Key in keyof T]: T[Key] extends { readonly zh: infer Text }
    ? Text extends string
      ? string
      : Text
    : never;
};

/** The texts of a screen in the language of the page: `say.title`, `say.found(3)`. */
export function useWords<T extends Readonly<Record<string, Entry>>>(words: T): Spoken<T> {
  const { lang } = use(LanguageContext);
  return useMemo(() => spoken(words, lang), [words, lang]);
}

/** As {@link useWords}, outside of components. */
export function spoken<T extends Readonly<Record<string, Entry>>>(words: T, lang: Lang): Spoken<T> {
  return Object.fromEntries(Object.entries(words).map(([key, entry]) => [key, entry[lang]])) as Spoken<T>;
}

/** Picks the language of the page from data that carries both. */
export function usePick(): (text: Bilingual) => string {
  const { lang } = use(LanguageContext);
  return useMemo(() => (text: Bilingual) => text[lang], [lang]);
}
