import { useKeys } from '../../ui/keys.tsx';
import { useWords } from '../../words/language.tsx';
import { words } from './words.ts';

/** What the keys of the queue do with its rows; none takes a step by itself. */
export interface QueueKeys {
  readonly move: (by: 1 | -1) => void;
  readonly choose: () => void;
  readonly open: () => void;
  readonly unfold?: () => void;
  /** Opens the household's card. */
  readonly card?: () => void;
}

/** J and K, X, O: they work wherever the focus is, but in fields and dialogs. */
export function useRowKeys({ move, choose, open, unfold, card }: QueueKeys): void {
  const say = useWords(words);
  useKeys([
    { key: 'j', title: say.keyDown, run: () => move(1) },
    { key: 'k', title: say.keyUp, run: () => move(-1) },
    { key: 'x', title: say.keyChoose, run: choose },
    { key: 'o', title: say.keyOpen, run: open },
    ...(unfold === undefined ? [] : [{ key: 'e', title: say.keyUnfold, run: unfold }]),
    ...(card === undefined ? [] : [{ key: 'h', title: say.openCard, run: card }]),
  ]);
}
