import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { uiWords } from './words.ts';

export interface Toast {
  readonly text: string;
  /** Something that can still be taken back. */
  readonly undo?: { readonly label: string; readonly run: () => void };
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Says that something was done; read out, and gone after eight seconds. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext);
}

export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useWords(uiWords);
  const [shown, setShown] = useState<readonly (Toast & { readonly key: number })[]>([]);
  const next = useRef(0);
  const drop = useCallback((key: number) => setShown((all) => all.filter((one) => one.key !== key)), []);
  const add = useCallback(
    (toast: Toast) => {
      const key = (next.current += 1);
      setShown((all) => [...all.slice(-2), { ...toast, key }]);
      setTimeout(() => drop(key), 8000);
    },
    [drop],
  );
  const value = useMemo(() => add, [add]);
  return (
    <ToastContext value={value}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {shown.map(({ key, text, undo }) => (
          <p key={key}>
            {text}
            {undo === undefined ? null : (
              <button
                type="button"
                onClick={() => {
                  undo.run();
                  drop(key);
                }}
              >
                {undo.label}
              </button>
            )}
            <button type="button" onClick={() => drop(key)}>
              {say.dismiss}
            </button>
          </p>
        ))}
      </div>
    </ToastContext>
  );
}
