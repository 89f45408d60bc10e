import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';

export interface Key {
  /** `KeyboardEvent.key`, such as 'j' or '?'. */
  readonly key: string;
  /** What it does, in words. */
  readonly title: string;
  readonly run: () => void;
}

interface Keyboard {
  readonly isOn: boolean;
  readonly turn: (isOn: boolean) => void;
  readonly register: (keys: () => readonly Key[]) => () => void;
  /** All keys of the page as it stands. */
  readonly list: () => readonly Key[];
}

const KeyboardContext = createContext<Keyboard | null>(null);
const place = 'yangguang.keys';

/** Single keys, heard outside of fields and dialogs; they can be switched off, which this browser remembers. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const sets = useRef(new Set<() => readonly Key[]>());
  const [isOn, setOn] = useState(() => localStorage.getItem(place) !== 'off');
  const keyboard = useMemo<Keyboard>(
    () => ({
      isOn,
      turn: (on) => {
        localStorage.setItem(place, on ? 'on' : 'off');
        setOn(on);
      },
      register: (keys) => {
        sets.current.add(keys);
        return () => sets.current.delete(keys);
      },
      list: () => [...sets.current].flatMap((keys) => keys()),
    }),
    [isOn],
  );
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      const found = keyboard.list().find(({ key }) => key === event.key);
      if (found === undefined || (!isOn && event.key !== '?')) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [isOn, keyboard]);
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select') !== null
  );
}

export function useKeyboard(): Keyboard {
  const keyboard = use(KeyboardContext);
  if (keyboard === null) throw new Error('there is no keyboard above this component');
  return keyboard;
}

/** Keys of a screen, as long as it is shown. None may take a step by itself: they move, mark and open. */
export function useKeys(keys: readonly Key[]): void {
  const { register } = useKeyboard();
  const present = useRef(keys);
  useEffect(() => {
    present.current = keys;
  });
  useEffect(() => register(() => present.current), [register]);
}
