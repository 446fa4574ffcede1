import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import type { RadioGroupProps as AriaRadioGroupProps } from 'react-aria-components';
import type { FieldProps } from './field-parts.js';
import { FieldHead, FieldMessage } from './field-parts.js';

/** One choice of a list: `id` is what the server knows, `label` what people read. */
export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  /** A second line, e.g. the kind of an organisation. */
  description?: string;
  isDisabled?: boolean;
}

export type RadioGroupProps<Id extends string> = FieldProps &
  Omit<AriaRadioGroupProps, 'children' | 'className' | 'style' | 'isInvalid' | 'onChange' | 'value' | 'defaultValue'> & {
    options: readonly Option<Id>[];
    value?: Id | null;
    defaultValue?: Id;
    onChange?: (value: Id) => void;
  };

/** Exactly one of a few, all visible. */
export function RadioGroup<Id extends string>({ label, hint, error, optional, options, onChange, ...rest }: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup validationBehavior="aria" {...rest} onChange={(value) => onChange?.(value as Id)} isInvalid={Boolean(error)} className="kw-field kw-radio-group">
      <FieldHead label={label} hint={hint} optional={optional} />
      {options.map((option) => (
        <Radio key={option.id} value={option.id} isDisabled={option.isDisabled} className="kw-check">
          <span className="kw-check__box kw-check__box--round" aria-hidden="true">
            <span className="kw-check__dot" />
          </span>
          <span className="kw-check__label">
            {option.label}
            {option.description ? <span className="kw-option__description">{option.description}</span> : null}
          </span>
        </Radio>
      ))}
      <FieldMessage error={error} />
    </AriaRadioGroup>
  );
}
