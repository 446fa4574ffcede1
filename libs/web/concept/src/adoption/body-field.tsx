import { Select, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

interface BodyFieldProps {
  /** Names of the bodies of the process. */
  readonly bodies: readonly string[];
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly error: string | null;
}

const other = 'other';

/** A body: one of the process's, or any other by its name. */
export function BodyField({ bodies, value, onChange, error }: BodyFieldProps) {
  const t = useText();
  const [isOther, setIsOther] = useState(bodies.length === 0);
  const choose = (id: string | null) => {
    setIsOther(id === other);
    onChange(id === null || id === other ? '' : bodies[Number(id)] ?? '');
  };
  const index = bodies.indexOf(value);
  const chosen = isOther ? other : index < 0 ? null : String(index);
  const options = [...bodies.map((name, place) => ({ id: String(place), label: name })), { id: other, label: t('concept.resolution.other-body') }];
  return (
    <>
      {bodies.length > 0 ? <Select label={t('concept.resolution.body')} options={options} value={chosen} onChange={choose} error={isOther ? null : error} /> : null}
      {isOther ? <TextField label={t(bodies.length > 0 ? 'concept.resolution.body-name' : 'concept.resolution.body')} value={value} onChange={onChange} isRequired maxLength={200} error={error} /> : null}
    </>
  );
}
