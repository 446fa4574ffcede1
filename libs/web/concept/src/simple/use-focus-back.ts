import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Whether nothing on the page has the focus, as when the field that had it is gone. */
export const isFocusLost = ({ activeElement, body }: Pick<Document, 'activeElement' | 'body'>): boolean => activeElement === null || activeElement === body;

/**
 * Gives the focus to what opened a form when it went with the form. Whoever writes elsewhere by then is left alone.
 * @param open how many forms it has open
 */
export function useFocusBack(open: number): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef(open);
  useEffect(() => {
    if (open < before.current && isFocusLost(document)) opener.current?.focus();
    before.current = open;
  }, [open]);
  return opener;
}
