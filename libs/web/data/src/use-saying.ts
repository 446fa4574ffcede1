import { useRef, useState } from 'react';

/**
 * For a form whose every choice is sent: what was said shows at once and is sent in turn; of several in a row only the last, which holds
 * the others too. What cannot be sent is forgotten again, and the next one is sent all the same; telling why is the sender's.
 */
export function useSaying<Said>(send: (said: Said) => Promise<void>): { readonly said: Said | null; readonly say: (next: Said) => void } {
  const [said, setSaid] = useState<Said | null>(null);
  const turn = useRef(0);
  const last = useRef<Promise<void>>(Promise.resolve());
  const say = (next: Said): void => {
    const own = (turn.current += 1);
    setSaid(next);
    last.current = last.current
      .then(() => (own === turn.current ? send(next) : undefined))
      .catch(() => undefined)
      .then(() => (own === turn.current ? setSaid(null) : undefined));
  };
  return { said, say };
}
