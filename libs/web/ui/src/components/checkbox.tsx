import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import type { CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import { Icon } from './icon.js';

export type CheckboxProps = Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> & { children: ReactNode };

/** Yes or no. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="kw-check">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="kw-check__box" aria-hidden="true">
            {isIndeterminate ? <span className="kw-check__dash" /> : isSelected ? <Icon name="check" size="small" /> : null}
          </span>
          <span className="kw-check__label">{children}</span>
        </>
      )}
    </AriaCheckbox>
  );
}
