import { useEffect } from 'react';

interface Polled {
  readonly startPolling: (milliseconds: number) => void;
  readonly stopPolling: () => void;
}

/**
 * Asks again and again while the server works on something, and no longer than that.
 *
 * @param query what `useQuery` gives
 * @param isWorking whether there is still something to wait for
 * @param every milliseconds between two questions
 */
export function usePollingWhile({ startPolling, stopPolling }: Polled, isWorking: boolean, every = 800): void {
  useEffect(() => {
    if (isWorking) startPolling(every);
    else stopPolling();
    return stopPolling;
  }, [isWorking, every, startPolling, stopPolling]);
}
