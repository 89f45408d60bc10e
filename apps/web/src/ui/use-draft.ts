import { useCallback, useState } from 'react';

/** What was typed and not sent, as long as this page is open: memory only, since it may be about people. */
const drafts = new Map<string, unknown>();

/**
 * State that outlives its component, so that closing a dialog by mistake, an ended session or a lost network costs no
 * typed text.
 * @param key what it is a draft of, such as `matter.act:<id>:<action>`
 * @returns value, setter, and what drops it once it was sent
 */
export function useDraft<Value>(key: string, start: Value): [Value, (value: Value) => void, () => void] {
  const [value, setValue] = useState<Value>(() => (drafts.has(key) ? (drafts.get(key) as Value) : start));
  const keep = useCallback(
    (next: Value) => {
      drafts.set(key, next);
      setValue(next);
    },
    [key],
  );
  const drop = useCallback(() => {
    drafts.delete(key);
  }, [key]);
  return [value, keep, drop];
}

/** Forgets everything typed: at signing out. */
export function dropDrafts(): void {
  drafts.clear();
}
