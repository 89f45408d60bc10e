import { Link } from '@tanstack/react-router';
import { type ComponentProps, type ReactNode, useId } from 'react';

export type ButtonKind = 'main' | 'plain' | 'danger' | 'quiet';

type Props = Omit<ComponentProps<'button'>, 'disabled'> & {
  readonly kind?: ButtonKind;
  /** Something is under way: says so, and a second click does nothing. */
  readonly busy?: boolean;
  /** Why it cannot be pressed now, in words: shown beside it and read out. Absent or null: it can. */
  readonly whyNot?: string | null;
  /** The key that does the same, shown on the button. */
  readonly hotkey?: string;
};

/** A button with a verb and an object. One that cannot be pressed stays reachable and says why. */
export function Button({
  kind = 'plain',
  busy = false,
  whyNot = null,
  hotkey,
  children,
  onClick,
  type = 'button',
  ...rest
}: Props): ReactNode {
  const why = useId();
  const isShut = busy || whyNot !== null;
  return (
    <span className="button-place">
      <button
        {...rest}
        type={type}
        className={`button ${kind} ${rest.className ?? ''}`}
        aria-disabled={isShut || undefined}
        aria-busy={busy || undefined}
        aria-describedby={whyNot === null ? rest['aria-describedby'] : why}
        onClick={(event) => {
          if (isShut) event.preventDefault();
          else onClick?.(event);
        }}
      >
        {children}
        {hotkey === undefined ? null : <kbd aria-hidden="true">{hotkey}</kbd>}
      </button>
      {whyNot === null ? null : (
        <span id={why} className="why-not">
          {whyNot}
        </span>
      )}
    </span>
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export const ButtonLink: typeof Link = ((props: ComponentProps<typeof Link>) => (
  <Link {...props} className={`button plain ${props.className ?? ''}`} />
)) as typeof Link;
