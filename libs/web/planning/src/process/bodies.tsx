import type { ProcessPageQuery } from '@konzeptwerkstatt/web-data';
import { EmptyState, Original, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { ExternalFact } from './fact-basis.js';
import { keyLabel } from './key-label.js';

type Body = NonNullable<ProcessPageQuery['process']>['bodies']['edges'][number]['node'];

/** Since when a body has been there, or when it worked; null when nothing is known. */
function useSince(): (body: Body) => string | null {
  const t = useText();
  const { partialDate } = useLanguage();
  return ({ sinceFrom, sinceTo, sincePrecision }) => {
    if (sinceFrom === null || sincePrecision === null) return null;
    const date = partialDate({ from: sinceFrom, to: sinceTo, precision: sincePrecision });
    return sincePrecision === 'RANGE' ? date : t('planning.bodies.since', { date, precision: sincePrecision });
  };
}

/** Who takes part in a process as a body: officers, units, councils, networks. */
export function Bodies({ bodies }: { bodies: readonly Body[] }) {
  const t = useText();
  const since = useSince();
  if (bodies.length === 0) return <EmptyState icon="people" title={t('planning.bodies.empty')} />;
  return (
    <ul className="kw-rows">
      {bodies.map((body) => {
        const from = since(body);
        return (
          <li key={body.id}>
            <div className="kw-prose">
              <p>
                <strong><Original>{body.name}</Original></strong>
                {body.parentName ? <span className="kw-muted"> · <Original>{body.parentName}</Original></span> : null}
              </p>
              {body.note ? <p className="kw-muted"><Original>{body.note}</Original></p> : null}
              <ExternalFact basis={body.basis} sourceUrl={body.sourceUrl} />
            </div>
            <span className="kw-muted">{[keyLabel('body-kind', body.kind, t), from].filter(Boolean).join(', ')}</span>
          </li>
        );
      })}
    </ul>
  );
}
