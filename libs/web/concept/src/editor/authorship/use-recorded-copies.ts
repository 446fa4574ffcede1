import { RecordCopiedTextDocument } from '@konzeptwerkstatt/web-data';
import { useCallback, useEffect, useRef } from 'react';
import { useSend } from '../../data/use-send.js';
import type { PastedText } from './copied-text.extension.js';

/** How long after a failure it is told again, in milliseconds. */
const again = 10_000;

/** Tells the server where pasted words were copied from; without a connection again later, for as long as the page is open. */
export function useRecordedCopies(): (pasted: PastedText) => void {
  const send = useSend();
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>()).current;
  useEffect(() => () => timers.forEach(clearTimeout), [timers]);
  return useCallback((pasted: PastedText) => {
    const tell = async (): Promise<void> => {
      const outcome = await send(RecordCopiedTextDocument, { ...pasted, blockIds: [...pasted.blockIds] });
      if (outcome.status !== 'failed' || !['UNREACHABLE', 'UNAVAILABLE', 'RATE_LIMITED'].includes(outcome.failure.code)) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        void tell();
      }, again);
      timers.add(timer);
    };
    void tell();
  }, [send, timers]);
}
