import { Button, Group, Input, NumberField as AriaNumberField, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import type { NumberFieldProps as AriaNumberFieldProps, TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import type { FieldProps } from './field-parts.js';
import { controlClass, fieldClass, FieldHead, FieldMessage } from './field-parts.js';
import { Icon } from './icon.js';

type Base<T> = FieldProps & Omit<T, 'children' | 'className' | 'style' | 'isInvalid'>;
export type TextFieldProps = Base<AriaTextFieldProps> & { placeholder?: string };

/** One line of text. */
export function TextField({ label, hint, error, optional, placeholder, ...rest }: TextFieldProps) {
  return (
    <AriaTextField validationBehavior="aria" {...rest} isRequired={rest.isRequired} isInvalid={Boolean(error)} className={fieldClass(error)}>
      <FieldHead label={label} hint={hint} optional={optional} />
      <Input className={controlClass(error)} placeholder={placeholder} />
      <FieldMessage error={error} />
    </AriaTextField>
  );
}

export type TextAreaProps = Base<AriaTextFieldProps> & { rows?: number };

/** Several lines of text. */
export function TextArea({ label, hint, error, optional, rows = 4, ...rest }: TextAreaProps) {
  return (
    <AriaTextField validationBehavior="aria" {...rest} isInvalid={Boolean(error)} className={fieldClass(error)}>
      <FieldHead label={label} hint={hint} optional={optional} />
      <AriaTextArea className={`${controlClass(error)} kw-textarea`} rows={rows} />
      <FieldMessage error={error} />
    </AriaTextField>
  );
}

export type NumberFieldProps = Base<AriaNumberFieldProps> & { /** Shown after the number, e.g. "Euro". */ unit?: string };

/** A number, typed as the language writes it (1.234,5), with buttons for one more and one less. */
export function NumberField({ label, hint, error, optional, unit, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField validationBehavior="aria" {...rest} isInvalid={Boolean(error)} className={fieldClass(error)}>
      <FieldHead label={label} hint={hint} optional={optional} />
      <Group className="kw-number">
        <Input className={controlClass(error)} />
        {unit ? <span className="kw-number__unit">{unit}</span> : null}
        <Button slot="decrement" className="kw-step"><span aria-hidden="true">−</span></Button>
        <Button slot="increment" className="kw-step"><Icon name="add" size="small" /></Button>
      </Group>
      <FieldMessage error={error} />
    </AriaNumberField>
  );
}
