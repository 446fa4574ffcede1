import { useId, useMemo, useRef, useState } from 'react';
import { useText } from '../i18n/use-language.js';
import { announce } from './announcer.js';
import type { Option } from './choice-fields.js';
import type { FieldProps } from './field-parts.js';
import { Icon } from './icon.js';
import { ComboBox } from './select.js';

export interface MultiPickerProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  value: readonly Id[];
  /** Gets one change at a time, so that two people who each add one do not overwrite each other's list. */
  onAdd: (id: Id) => void;
  onRemove: (id: Id) => void;
  placeholder?: string;
  isDisabled?: boolean;
}

/**
 * Several of a long list: search and choose, the chosen ones stand below as a list with a remove button each.
 * Keyboard: type, arrow, Enter adds; every remove button is a tab stop, and after removing the focus goes to the next one.
 */
export function MultiPicker<Id extends string>({ options, value, onAdd, onRemove, label, isDisabled, ...field }: MultiPickerProps<Id>) {
  const t = useText();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState('');
  const [addedCount, setAddedCount] = useState(0);
  const open = useMemo(() => options.filter((option) => !value.includes(option.id)), [options, value]);
  const labelOf = (id: Id) => options.find((option) => option.id === id)?.label ?? id;

  const add = (id: Id | null) => {
    if (!id) return;
    onAdd(id);
    setTyped('');
    setAddedCount((count) => count + 1);
    announce(t('ui.picker.added', { name: labelOf(id) }));
  };
  const remove = (id: Id) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const index = value.indexOf(id);
    const next = buttons[index + 1] ?? buttons[index - 1] ?? list.current?.parentElement?.querySelector('input');
    onRemove(id);
    next?.focus();
    announce(t('ui.picker.removed', { name: labelOf(id) }));
  };

  return (
    <div className="kw-multi">
      <ComboBox {...field} label={label} options={open} value={null} onChange={add} inputValue={typed} onInputChange={setTyped} closeSignal={addedCount} isDisabled={isDisabled} />
      <ul ref={list} id={listId} className="kw-chips" aria-label={t('ui.picker.chosen', { label })}>
        {value.map((id) => (
          <li key={id} className="kw-chip">
            <bdi>{labelOf(id)}</bdi>
            {isDisabled ? null : (
              <button type="button" onClick={() => remove(id)} aria-label={t('ui.picker.remove', { name: labelOf(id) })}>
                <Icon name="close" size="small" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
