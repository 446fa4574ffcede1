import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useText } from '../i18n/use-language.js';
import { Icon } from './icon.js';

/** What every field has: a visible label, optionally a hint, and the message that belongs to it. */
export interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** A sentence saying what is wrong and how to mend it. Marks the field invalid and is read with it (aria-describedby). */
  error?: string | null;
  /** Writes "optional" beside the label. Fields are required unless said otherwise. */
  optional?: boolean;
}

/** Label and hint in KERN look, for use inside a React Aria field. */
export function FieldHead({ label, hint, optional }: FieldProps) {
  const t = useText();
  return (
    <>
      <Label className="kern-label">
        {label}
        {optional ? <span className="kern-label__optional"> {t('ui.field.optional')}</span> : null}
      </Label>
      {hint ? <Text slot="description" className="kern-hint kw-hint">{hint}</Text> : null}
    </>
  );
}

/** The message beside an invalid field. */
export function FieldMessage({ error }: { error?: string | null }) {
  return (
    <FieldError className="kern-error kw-field-error">
      {({ validationErrors }) => (
        <>
          <Icon name="danger" size="small" />
          <span className="kern-body">{error ?? validationErrors.join(' ')}</span>
        </>
      )}
    </FieldError>
  );
}

/** Class of the frame around a field. */
export const fieldClass = (error?: string | null): string => (error ? 'kern-form-input kern-form-input--error kw-field' : 'kern-form-input kw-field');

/** Class of the control inside a field. */
export const controlClass = (error?: string | null): string => (error ? 'kern-form-input__input kern-form-input__input--error' : 'kern-form-input__input');
