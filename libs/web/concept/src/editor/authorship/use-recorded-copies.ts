import { RecordCopiedTextDocument } from '@konzeptwerkstatt/web-data';
import { useCallback, useEffect, useRef } from 'react';
import { useSend } from '../../data/use-send.js';
import type { DocumentSession } from '../connection/document-session.js';
import type { PastedText } from './copied-text.extension.js';
import { tellOfRecordedCopy } from './recorded-copy-news.js';

/** How long after a failure it is told again, in milliseconds. */
const again = 10_000;

/**
 * Tells the server where pasted words were copied from, and then everybody in the text that it knows; without a connection again later,
 * for as long as the page is open.
 */
export function useRecordedCopies({ provider: { awareness } }: DocumentSession): (pasted: PastedText) => void {
  const send = useSend();
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>()).current;
  useEffect(() => () => timers.forEach(clearTimeout), [timers]);
  return useCallback((pasted: PastedText) => {
    const tell = async (): Promise<void> => {
      const outcome = await send(RecordCopiedTextDocument, { ...pasted, blockIds: [...pasted.blockIds] });
      if (outcome.status === 'done') return tellOfRecordedCopy(awareness);
      if (outcome.status !== 'failed' || !['UNREACHABLE', 'UNAVAILABLE', 'RATE_LIMITED'].includes(outcome.failure.code)) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        void tell();
      }, again);
      timers.add(timer);
    };
    void tell();
  }, [send, timers, awareness]);
}
