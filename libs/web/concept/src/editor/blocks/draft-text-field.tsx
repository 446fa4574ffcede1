import { useEffect, useState } from 'react';
import { TextArea, TextField } from '@konzeptwerkstatt/web-ui';

export interface DraftTextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string | null;
  /** Gives the stored form of what was typed, or a sentence that says what is wrong. */
  readonly read: (text: string) => { value: string | null } | { problem: string };
  readonly show?: (value: string) => string;
  readonly onChange: (value: string | null) => void;
  readonly isDisabled?: boolean;
  readonly isLong?: boolean;
}

/** A text that is stored when its field is left; what is typed stays while it is not valid. */
export function DraftTextField({ label, hint, value, read, show = (stored) => stored, onChange, isDisabled, isLong }: DraftTextFieldProps) {
  const shown = value === null ? '' : show(value);
  const [text, setText] = useState(shown);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => { setText(shown); setProblem(null); }, [shown]);
  const commit = () => {
    const result = read(text);
    if ('problem' in result) return setProblem(result.problem);
    setProblem(null);
    if (result.value !== value) onChange(result.value);
  };
  const props = { label, hint, value: text, onChange: setText, onBlur: commit, error: problem, isDisabled };
  return isLong ? <TextArea {...props} rows={2} /> : <TextField {...props} />;
}
