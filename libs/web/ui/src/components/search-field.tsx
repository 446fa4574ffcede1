import { useEffect, useRef, useState } from 'react';
import { TextField } from './text-fields.js';

const pauseMilliseconds = 300;

/** Searches while one types, after a short pause. */
export function SearchField({ label, search, onChange }: { label: string; search: string; onChange: (search: string) => void }) {
  const [typed, setTyped] = useState(search);
  const [known, setKnown] = useState(search);
  const latest = useRef(onChange);
  useEffect(() => { latest.current = onChange; }, [onChange]);
  // It was changed from elsewhere (reset, back): follow it.
  if (known !== search) {
    setKnown(search);
    if (typed.trim() !== search) setTyped(search);
  }
  useEffect(() => {
    if (typed.trim() === search) return undefined;
    const timer = setTimeout(() => latest.current(typed.trim()), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, search]);
  return <TextField type="search" label={label} value={typed} onChange={setTyped} maxLength={200} />;
}
