import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import type { FieldProps } from './field-parts.js';
import { controlClass, fieldClass, FieldHead, FieldMessage } from './field-parts.js';

/** `lang` and `dir` are those of what is typed; label, hint and message are the interface's. */
type Base<T> = FieldProps & Omit<T, 'children' | 'className' | 'style' | 'isInvalid'>;
export type TextFieldProps = Base<AriaTextFieldProps> & { placeholder?: string };

/** Letters that are written from right to left. */
const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** `auto`, as the first letter says it: in a very long text browsers take many seconds to find it out for themselves. Without a letter it is the interface's. */
function directionOf(dir: string | undefined, value: string | undefined): string | undefined {
  if (dir !== 'auto' || value === undefined) return dir;
  const letter = /\p{L}/u.exec(value)?.[0];
  if (letter === undefined) return undefined;
  return fromTheRight.test(letter) ? 'rtl' : 'ltr';
}

/** One line of text. */
export function TextField({ label, hint, error, optional, placeholder, lang, dir, ...rest }: TextFieldProps) {
  return (
    <AriaTextField validationBehavior="aria" {...rest} isRequired={rest.isRequired} isInvalid={Boolean(error)} className={fieldClass(error)}>
      <FieldHead label={label} hint={hint} optional={optional} />
      <Input className={controlClass(error)} placeholder={placeholder} lang={lang} dir={directionOf(dir, rest.value)} />
      <FieldMessage error={error} />
    </AriaTextField>
  );
}

export type TextAreaProps = Base<AriaTextFieldProps> & { rows?: number };

/** Several lines of text. */
export function TextArea({ label, hint, error, optional, rows = 4, lang, dir, ...rest }: TextAreaProps) {
  return (
    <AriaTextField validationBehavior="aria" {...rest} isInvalid={Boolean(error)} className={fieldClass(error)}>
      <FieldHead label={label} hint={hint} optional={optional} />
      <AriaTextArea className={`${controlClass(error)} kw-textarea`} rows={rows} lang={lang} dir={directionOf(dir, rest.value)} />
      <FieldMessage error={error} />
    </AriaTextField>
  );
}
