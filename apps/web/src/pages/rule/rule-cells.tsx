import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { precisionOf, type Rule } from './rule-filter.ts';
import { words } from './words.ts';

const tones: Readonly<Record<Rule['mode'], Tone>> = { enabled: 'good', shadow: 'warn', retired: 'plain' };

/** How a county runs a rule. */
export function ModeTag({ mode }: { readonly mode: Rule['mode'] }): ReactNode {
  const say = useWords(words);
  return <Tag tone={tones[mode]}>{say[mode]}</Tag>;
}

/** What was found out so far, in words. */
export function RecordWords({ record }: { readonly record: Rule['record'] }): ReactNode {
  const say = useWords(words);
  if (record === null) return <span className="soft">—</span>;
  const found = precisionOf(record);
  if (found === null) return <span className="soft">{say.notChecked}</span>;
  return <>{say.precision(found.checked, found.right, found.rate, found.span)}</>;
}

/** What the newest run says of a rule, with a link to the run. */
export function LastRunWords({ lastRun }: { readonly lastRun: Rule['lastRun'] }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  if (lastRun === null) return <span className="soft">{say.noRun}</span>;
  const { hits, isShadow, isDry, missing, runId } = lastRun;
  if (missing.length > 0) return <Tag tone="warn">{say.missing(missing.map(pick).join(say.or))}</Tag>;
  const text = hits === null ? say.notRun : isShadow ? say.shadowHits(hits) : say.hits(hits);
  return (
    <>
      <Link to="/runs/$id" params={{ id: runId }}>
        {text}
      </Link>
      {isDry ? <span className="soft">{say.wasDry}</span> : null}
    </>
  );
}
