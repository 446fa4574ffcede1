import { requestFailure } from '@konzeptwerkstatt/web-data';
import { ErrorState, useText } from '@konzeptwerkstatt/web-ui';
import { failureText } from './failure-text.js';

/** Says why a request failed, with the server's reference, and offers to try again. */
export function RequestFailureNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText();
  const failure = requestFailure(error);
  return (
    <ErrorState onRetry={onRetry} reference={failure.reference ?? undefined}>
      {failureText(failure, t)}
    </ErrorState>
  );
}
