import { useState } from 'react';
import { announce } from './announcer.js';
import { Button } from './button.js';
import { TextField } from './text-fields.js';

export interface CopyFieldProps {
  label: string;
  hint?: string;
  value: string;
  /** On the button, before and after. */
  copyLabel: string;
  copiedLabel: string;
}

/** Something to be taken along, such as a link: it can be selected, and copied with a button. */
export function CopyField({ label, hint, value, copyLabel, copiedLabel }: CopyFieldProps) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setIsCopied(true);
      announce(copiedLabel);
    } catch {
      // Without the right to the clipboard it is still there to be selected.
      setIsCopied(false);
    }
  };
  return (
    <div className="kw-form">
      <TextField label={label} hint={hint} value={value} isReadOnly dir="ltr" onFocus={(event) => { if (event.target instanceof HTMLInputElement) event.target.select(); }} />
      <div className="kw-button-group"><Button icon={isCopied ? 'check' : 'document'} onPress={() => void copy()}>{isCopied ? copiedLabel : copyLabel}</Button></div>
    </div>
  );
}
