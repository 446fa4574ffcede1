import type { ReactNode, Ref } from 'react';
import { useEffect } from 'react';
import { Button as AriaButton, Link as AriaLink } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps, LinkProps as AriaLinkProps } from 'react-aria-components';
import { announce } from './announcer.js';
import type { IconName } from './icon.js';
import { Icon } from './icon.js';

interface Look {
  variant?: 'primary' | 'secondary' | 'tertiary' | 'danger';
  /** `small` for rows of tables and toolbars: 40 pixels high, still above the target size. */
  size?: 'default' | 'small';
  icon?: IconName;
  /** Shows the icon alone; the text stays its accessible name. */
  iconOnly?: boolean;
  block?: boolean;
}

const lookClass = ({ variant = 'secondary', size = 'default', iconOnly, block }: Look): string =>
  [
    'kern-btn',
    'kw-btn',
    `kern-btn--${variant === 'danger' ? 'secondary' : variant}`,
    variant === 'danger' ? 'kw-btn--danger' : '',
    size === 'small' ? 'kw-btn--small' : '',
    iconOnly ? 'kw-btn--icon' : '',
    block ? 'kern-btn--block' : '',
  ].filter(Boolean).join(' ');

function Content({ icon, iconOnly, size, children }: Look & { children: ReactNode }) {
  return (
    <>
      {icon ? <Icon name={icon} size={size === 'small' ? 'small' : 'default'} /> : null}
      <span className={iconOnly ? 'kern-label kw-visually-hidden' : 'kern-label'}>{children}</span>
    </>
  );
}

export type ButtonProps = Look & Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> & {
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
  /** Something this button started is still going on; it keeps its focus and ignores presses. */
  isPending?: boolean;
  /** Says what is going on while `isPending`; shown instead of the text and read out. */
  pendingText?: string;
};

/** What makes a button inert without taking the focus from it. React Aria's own way announces an element that may be gone by then. */
const inertProps = { onPress: undefined, onPressStart: undefined, onPressEnd: undefined, onPressUp: undefined, onClick: undefined, type: 'button', 'aria-disabled': 'true', 'data-pending': true } as const;

/** A button in KERN look. Inside a form its type is `submit` only when said. */
export function Button({ variant, size, icon, iconOnly, block, children, isPending = false, pendingText, type = 'button', ...rest }: ButtonProps) {
  const look = { variant, size, icon, iconOnly, block };
  const isSaying = isPending && pendingText !== undefined;
  useEffect(() => {
    if (isSaying) announce(pendingText);
  }, [isSaying, pendingText]);
  return (
    <AriaButton {...rest} type={type} className={lookClass(look)} {...(isPending ? inertProps : {})}>
      <Content {...look}>{isSaying ? pendingText : children}</Content>
    </AriaButton>
  );
}

export type LinkButtonProps = Look & Omit<AriaLinkProps, 'children' | 'className' | 'style'> & { children: ReactNode };

/** A link that looks like a button: for going somewhere, not for doing something. Client-side through the shell's router. */
export function LinkButton({ variant, size, icon, iconOnly, block, children, ...rest }: LinkButtonProps) {
  const look = { variant, size, icon, iconOnly, block };
  return (
    <AriaLink {...rest} className={lookClass(look)}>
      <Content {...look}>{children}</Content>
    </AriaLink>
  );
}

/** A link in running text or lists. */
export function TextLink({ children, small, ...rest }: Omit<AriaLinkProps, 'children' | 'className' | 'style'> & { children: ReactNode; small?: boolean }) {
  return (
    <AriaLink {...rest} className={small ? 'kern-link kern-link--small kern-link--no-visited-state' : 'kern-link kern-link--no-visited-state'}>
      {children}
    </AriaLink>
  );
}

/** Buttons that belong together, wrapping on narrow screens. */
export function ButtonGroup({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <div className="kw-button-group" role={label ? 'group' : undefined} aria-label={label}>
      {children}
    </div>
  );
}
