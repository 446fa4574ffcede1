import { requestFailure } from '@konzeptwerkstatt/web-data';
import { ErrorState, useText } from '@konzeptwerkstatt/web-ui';
import { failureText } from './problem.js';

/** Says that something could not be loaded, why, and offers to try again. */
export function QueryFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText();
  const failure = requestFailure(error);
  return (
    <ErrorState title={t('concept.failure.title')} onRetry={onRetry} reference={failure.reference ?? undefined}>
      {failureText(t, failure)}
    </ErrorState>
  );
}
