import { Refused } from '@yangguang/contract/wire';
import type { ReactNode } from 'react';
import { NoNetwork } from '../api/client.ts';
import { type Lang, spoken, useLang, useWords } from '../words/language.tsx';
import { Button } from './button.tsx';
import { uiWords } from './words.ts';

interface Said {
  readonly what: string;
  readonly why: string | null;
  readonly remedy: string;
  readonly code: string | null;
  readonly reference: string | null;
}

/** What went wrong in words: the server's own where it refused. */
export function sayProblem(error: unknown, lang: Lang): Said {
  const say = spoken(uiWords, lang);
  if (error instanceof Refused) {
    const { answer } = error;
    const { code, reference } = answer;
    return lang === 'zh'
      ? { what: answer.zh, why: answer.whyZh, remedy: answer.remedyZh, code, reference }
      : { what: answer.en, why: answer.whyEn, remedy: answer.remedyEn, code, reference };
  }
  if (error instanceof NoNetwork)
    return {
      what: say.noNetwork,
      why: say.noNetworkWhy,
      remedy: say.noNetworkRemedy,
      code: null,
      reference: null,
    };
  return { what: say.fault, why: null, remedy: say.faultRemedy, code: null, reference: null };
}

/** Something that went wrong: what happened, why, what to do, and the code to read out on the telephone. */
export function Problem({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}): ReactNode {
  const say = useWords(uiWords);
  const { what, why, remedy, code, reference } = sayProblem(error, useLang());
  return (
    <div className="problem" role="alert">
      <p className="what">{what}</p>
      {why === null ? null : (
        <p>
          <b>{say.why}</b> {why}
        </p>
      )}
      <p>
        <b>{say.remedy}</b> {remedy}
      </p>
      {code === null ? null : (
        <p className="code">
          {say.code} {code}
          {reference === null || reference === '' ? null : ` · ${say.reference} ${reference.slice(0, 8)}`}
        </p>
      )}
      {onRetry === undefined ? null : <Button onClick={onRetry}>{say.retry}</Button>}
    </div>
  );
}
