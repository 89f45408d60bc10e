import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { usePick, useWords } from '../../words/language.tsx';
import type { Parameter } from './parameter-filter.ts';
import styles from './parameter.module.css';
import { words } from './words.ts';

/** The rules that use a number; where nobody has told it, what that holds back. */
export function RulesOfParameter({
  parameter,
  place,
}: {
  readonly parameter: Pick<Parameter, 'rules' | 'isUnknown'>;
  readonly place: string;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const { rules, isUnknown } = parameter;
  if (rules.length === 0) return <span className="soft">{say.noRules}</span>;
  const capped = rules.filter(({ isCapped }) => isCapped).map(({ rule }) => rule);
  return (
    <>
      {rules.map(({ rule, title }) => (
        <Fragment key={rule}>
          <Link
            className={styles['rule']}
            to="/rules/$code"
            params={{ code: rule }}
            search={{ place }}
            title={pick(title)}
          >
            {rule}
          </Link>{' '}
        </Fragment>
      ))}
      {isUnknown && capped.length > 0 ? <div className="soft">{say.caps(capped.join(say.comma))}</div> : null}
    </>
  );
}
