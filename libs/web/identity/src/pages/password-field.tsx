import type { TextFieldProps } from '@konzeptwerkstatt/web-ui';
import { Checkbox, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';

/** A password, hidden until somebody wants to see it. Pasting and password managers work. */
export function PasswordField(props: Omit<TextFieldProps, 'type'> & { autoComplete: 'current-password' | 'new-password' }) {
  const t = useText();
  const [isVisible, setIsVisible] = useState(false);
  return (
    <div className="kw-stack kw-stack--tight">
      <TextField {...props} type={isVisible ? 'text' : 'password'} spellCheck="false" />
      <Checkbox isSelected={isVisible} onChange={setIsVisible}>{t('identity.password.show')}</Checkbox>
    </div>
  );
}
