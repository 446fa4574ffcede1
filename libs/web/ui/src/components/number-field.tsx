import { Button, Group, Input, NumberField as AriaNumberField } from 'react-aria-components';
import type { NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components';
import type { FieldProps } from './field-parts.js';
import { controlClass, fieldClass, FieldHead, FieldMessage } from './field-parts.js';
import { Icon } from './icon.js';

export type NumberFieldProps = FieldProps & Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> & { /** Shown after the number, e.g. "Euro". */ unit?: string };

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
