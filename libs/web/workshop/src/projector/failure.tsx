import { requestFailure } from '@konzeptwerkstatt/web-data';
import { failureText } from '@konzeptwerkstatt/web-shell';
import { useText } from '@konzeptwerkstatt/web-ui';

/** Why something is not shown, large enough for the whole room; it is asked for again by itself. */
export function Failure({ error }: { error: unknown }) {
  const t = useText();
  return <p className="kw-screen__empty" role="alert">{failureText(requestFailure(error), t)}</p>;
}
