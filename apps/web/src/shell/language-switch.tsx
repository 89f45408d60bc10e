import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import { shellWords } from './words.ts';

/** The other language, one click away. */
export function LanguageSwitch(): ReactNode {
  const say = useWords(shellWords);
  const { lang, choose } = useLanguage();
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="switch"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={say.otherLanguageLabel}
      onClick={() => choose(other)}
    >
      {say.otherLanguage}
    </button>
  );
}
