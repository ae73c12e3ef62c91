/** The button: 28 px, hairline, its key printed inside. One `primary` per board at most. */
import type { MouseEventHandler, ReactNode, Ref } from 'react';
import { Key } from './key.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** 56 px for thumbs. */
  readonly tall?: boolean;
  /** The key that does the same, printed in the button; registering it is `useKeys`' work. */
  readonly hint?: string;
  readonly disabled?: boolean;
  /** Why it is disabled, or what it does in full. */
  readonly title?: string;
  readonly type?: 'button' | 'submit';
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  primary = false,
  danger = false,
  tall = false,
  hint,
  type = 'button',
  className,
  ...rest
}: ButtonProps) {
  const classes = ['btn', primary && 'first', danger && 'danger', tall && 'tall', className];
  return (
    <button type={type} className={classes.filter(Boolean).join(' ')} {...rest}>
      {children}
      {hint && (
        <span aria-hidden="true">
          <Key stroke={hint} />
        </span>
      )}
    </button>
  );
}
