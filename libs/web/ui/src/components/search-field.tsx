import { useEffect, useReducer, useRef } from 'react';
import { TextField } from './text-fields.js';
import { beginSearch, nextSearch } from './typed-search.js';

const pauseMilliseconds = 300;

/** Searches while one types, after a short pause. */
export function SearchField({ label, search, onChange }: { label: string; search: string; onChange: (search: string) => void }) {
  // A reducer, as a state updated by functions would start from renderings that React gave up.
  const [field, step] = useReducer(nextSearch, search, beginSearch);
  const latest = useRef(onChange);
  useEffect(() => { latest.current = onChange; }, [onChange]);
  if (field.search !== search) step({ type: 'in-force', search });
  const { typed } = field;
  useEffect(() => {
    const sent = typed.trim();
    if (sent === search) return undefined;
    const timer = setTimeout(() => {
      step({ type: 'sent', search: sent });
      latest.current(sent);
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, search]);
  return <TextField type="search" label={label} value={typed} onChange={(text) => step({ type: 'typed', text })} maxLength={200} />;
}
