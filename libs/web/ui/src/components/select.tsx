import { useContext, useEffect, useRef } from 'react';
import { Button, ComboBox as AriaComboBox, ComboBoxStateContext, Group, Input, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';
import type { ComboBoxProps as AriaComboBoxProps } from 'react-aria-components';
import { useText } from '../i18n/use-language.js';
import type { Option } from './choice-fields.js';
import type { FieldProps } from './field-parts.js';
import { controlClass, fieldClass, FieldHead, FieldMessage } from './field-parts.js';
import { Icon } from './icon.js';

interface ChoiceProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (value: Id | null) => void;
  placeholder?: string;
  isDisabled?: boolean;
  name?: string;
}

/** One option in a list, with a tick when chosen. */
export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled} className="kw-option">
      {({ isSelected }) => (
        <>
          <span className="kw-option__tick" aria-hidden="true">{isSelected ? <Icon name="check" size="small" /> : null}</span>
          <span className="kw-option__text">
            <Text slot="label">{option.label}</Text>
            {option.description ? <Text slot="description" className="kw-option__description">{option.description}</Text> : null}
          </span>
        </>
      )}
    </ListBoxItem>
  );
}

/** Says that a search found nothing, or that there is nothing to search in. */
export function NoMatch({ hasOptions = true }: { hasOptions?: boolean }) {
  const t = useText();
  return <div className="kw-option kw-muted">{t(hasOptions ? 'ui.picker.nothing' : 'ui.picker.nothing-to-choose')}</div>;
}

/** One of a closed list, e.g. a status. */
export function Select<Id extends string>({ label, hint, error, optional, options, value, onChange, placeholder, ...rest }: ChoiceProps<Id>) {
  const t = useText();
  return (
    <AriaSelect
      validationBehavior="aria"
      {...rest}
      value={value}
      onChange={(key) => onChange(key as Id | null)}
      placeholder={placeholder ?? t('ui.picker.choose')}
      isInvalid={Boolean(error)}
      className={fieldClass(error)}
    >
      <FieldHead label={label} hint={hint} optional={optional} />
      <Button className={`${controlClass(error)} kw-select`}>
        <SelectValue className="kw-select__value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <Icon name="chevron-down" />
      </Button>
      <FieldMessage error={error} />
      <Popover className="kw-popover">
        <ListBox className="kw-listbox" items={options}>{(option) => <OptionItem option={option} />}</ListBox>
      </Popover>
    </AriaSelect>
  );
}

export type ComboBoxProps<Id extends string> = ChoiceProps<Id> & Pick<AriaComboBoxProps<Option<Id>>, 'inputValue' | 'onInputChange'> & {
  /** Closes the list whenever this changes. */
  closeSignal?: number;
};

/**
 * Closes the list of the field around it. Clearing what was typed opens it again, and then Tab would choose whatever the pointer
 * happens to rest on.
 */
function CloseOnSignal({ signal }: { signal: number }) {
  const state = useContext(ComboBoxStateContext);
  const latest = useRef(state);
  useEffect(() => { latest.current = state; }, [state]);
  useEffect(() => {
    if (signal === 0) return undefined;
    const frame = requestAnimationFrame(() => latest.current?.close());
    return () => cancelAnimationFrame(frame);
  }, [signal]);
  return null;
}

/** One of a long list, found by typing, e.g. the organisation in charge. */
export function ComboBox<Id extends string>({ label, hint, error, optional, options, value, onChange, placeholder, closeSignal = 0, ...rest }: ComboBoxProps<Id>) {
  return (
    <AriaComboBox
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      {...rest}
      defaultItems={options}
      value={value}
      onChange={(key) => onChange(key as Id | null)}
      isInvalid={Boolean(error)}
      className={fieldClass(error)}
    >
      <FieldHead label={label} hint={hint} optional={optional} />
      <CloseOnSignal signal={closeSignal} />
      <Group className="kw-combo">
        <Input className={controlClass(error)} placeholder={placeholder} />
        <Button className="kw-combo__toggle"><Icon name="chevron-down" /></Button>
      </Group>
      <FieldMessage error={error} />
      <Popover className="kw-popover">
        <ListBox<Option<Id>> className="kw-listbox" renderEmptyState={() => <NoMatch hasOptions={options.length > 0} />}>{(option) => <OptionItem option={option} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
}
