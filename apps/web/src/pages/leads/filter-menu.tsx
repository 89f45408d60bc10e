import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../../words/language.tsx';
import styles from './leads.module.css';
import { words } from './words.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Leads that have it, as the other filters stand; null where it is not known. */
  readonly leads: number | null;
}

/** Several values of one filter, behind a button that says which are chosen. */
export function FilterMenu({
  label,
  options,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const say = useWords(words);
  const menu = useRef<HTMLDetailsElement>(null);
  const id = useId();
  useFoldsByItself(menu);
  const names = options.filter(({ value }) => chosen.includes(value)).map((one) => one.label);
  const said = names.length === 0 ? say.any : names.length > 2 ? say.chosen(names.length) : names.join('、');
  return (
    <details ref={menu} className={styles['menu']}>
      <summary id={id} className={chosen.length > 0 ? styles['set'] : undefined}>
        <span className="soft">{label}</span> {said}
      </summary>
      <div role="group" aria-labelledby={id} className={styles['options']}>
        {options.length === 0 ? <p className="soft">{say.noneToChoose}</p> : null}
        {options.map(({ value, label: name, leads }) => (
          <label key={value} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
                )
              }
            />
            <span>{name}</span>
            {leads === null ? null : <span className={styles['count']}>{say.withCount(leads)}</span>}
          </label>
        ))}
      </div>
    </details>
  );
}

/** Folds when something outside is pressed or takes the focus, and at Escape. */
function useFoldsByItself(menu: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const fold = (event: Event): void => {
      const shown = menu.current;
      if (shown?.open === true && event.target instanceof Node && !shown.contains(event.target))
        shown.removeAttribute('open');
    };
    const escape = (event: KeyboardEvent): void => {
      const shown = menu.current;
      if (event.key !== 'Escape' || shown?.contains(document.activeElement) !== true) return;
      shown.removeAttribute('open');
      shown.querySelector('summary')?.focus();
    };
    document.addEventListener('keydown', escape);
    document.addEventListener('pointerdown', fold);
    document.addEventListener('focusin', fold);
    return () => {
      document.removeEventListener('keydown', escape);
      document.removeEventListener('pointerdown', fold);
      document.removeEventListener('focusin', fold);
    };
  }, [menu]);
}
