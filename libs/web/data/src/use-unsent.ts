import { useCallback, useEffect, useRef, useState } from 'react';
import { keepOnDevice, readKept } from './device-storage.js';
import { newIdempotencyKey } from './idempotency.js';

/** Something that was sent off here and has not arrived yet. */
export type Unsent<Item> = Item & {
  /** The same key is the same thing, however often it is sent. */
  readonly key: string;
  /** Why the server does not take it, as a code; null while it only waits for a connection. */
  readonly problem: string | null;
};

export interface UnsentOptions<Item> {
  /** Under which key this device keeps what waits. */
  readonly storageKey: string;
  /** Sends one of them. @returns why it was not taken, as a code; null when it was */
  readonly send: (item: Unsent<Item>) => Promise<string | null>;
  readonly onSent: () => void;
}

/** How often it is tried again while there is no connection. */
const tryAgainMs = 4_000;
/** What passes by itself; everything else is told. */
const passing: ReadonlySet<string> = new Set(['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED']);

/** Tries while something waits: now, again and again, and at once when the network is back. */
function useTryingAgain(isWaiting: boolean, flush: () => Promise<void>): void {
  useEffect(() => {
    if (!isWaiting) return undefined;
    const again = () => void flush();
    const timer = setInterval(again, tryAgainMs);
    addEventListener('online', again);
    again();
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [isWaiting, flush]);
}

/** Things on their way: kept on this device until the server has them, sent again when the connection is back, and never twice. */
export function useUnsent<Item extends object>({ storageKey, send, onSent }: UnsentOptions<Item>) {
  const [items, setItems] = useState<readonly Unsent<Item>[]>(() => readKept<Unsent<Item>[]>(storageKey) ?? []);
  const [isKept, setIsKept] = useState(true);
  const latest = useRef(items);
  const isSending = useRef(false);
  const save = useCallback((next: readonly Unsent<Item>[]) => {
    latest.current = next;
    setItems(next);
    setIsKept(keepOnDevice(storageKey, next.length === 0 ? null : next));
  }, [storageKey]);

  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (const item of latest.current.filter(({ problem }) => problem === null)) {
        const problem = await send(item);
        if (problem !== null && passing.has(problem)) return;
        save(problem === null ? latest.current.filter(({ key }) => key !== item.key) : latest.current.map((other) => (other.key === item.key ? { ...other, problem } : other)));
        if (problem === null) onSent();
      }
    } finally {
      isSending.current = false;
    }
  }, [send, save, onSent]);

  useTryingAgain(items.some(({ problem }) => problem === null), flush);

  return {
    items, isKept,
    send: (item: Item) => { save([...latest.current, { ...item, key: newIdempotencyKey(), problem: null }]); void flush(); },
    retry: (key: string) => { save(latest.current.map((item) => (item.key === key ? { ...item, problem: null } : item))); void flush(); },
    discard: (key: string) => save(latest.current.filter((item) => item.key !== key)),
  };
}
