import type { ProcessPageQuery } from '@konzeptwerkstatt/web-data';
import { Button, EmptyState, Original, Section, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { BodyActions } from './body-actions.js';
import { BodyForm } from './body-form.js';
import { Examples } from '../plan/examples.js';
import { ExternalFact } from './fact-basis.js';
import { keyLabel } from './key-label.js';

export type BodyRow = NonNullable<ProcessPageQuery['process']>['bodies']['edges'][number]['node'];

/** Since when a body has been there, or when it worked; null when nothing is known. */
function useSince(): (body: BodyRow) => string | null {
  const t = useText();
  const { partialDate } = useLanguage();
  return ({ sinceFrom, sinceTo, sincePrecision }) => {
    if (sinceFrom === null || sincePrecision === null) return null;
    const date = partialDate({ from: sinceFrom, to: sinceTo, precision: sincePrecision });
    return sincePrecision === 'RANGE' ? date : t('planning.bodies.since', { date, precision: sincePrecision });
  };
}

/** Who takes part in a process as a body: officers, units, councils, networks. */
function BodyList({ processId, bodies, exampleName, mayManage }: { processId: string; bodies: readonly BodyRow[]; exampleName: string | null; mayManage: boolean }) {
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
              {body.members.length > 0 ? <p>{t('planning.bodies.represented')} {body.members.map(({ id, name }, index) => <span key={id}>{index > 0 ? ', ' : ''}<Original>{name}</Original></span>)}</p> : null}
              <Examples examples={body.examples} exampleName={exampleName} />
              <ExternalFact basis={body.basis} sourceUrl={body.sourceUrl} />
            </div>
            <div className="kw-cluster">
              <span className="kw-muted">{[keyLabel('body-kind', body.kind, t), from].filter(Boolean).join(', ')}</span>
              {mayManage ? <BodyActions processId={processId} body={body} /> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The bodies of a process; whoever steers it adds, changes and removes them. */
export function Bodies(props: { processId: string; bodies: readonly BodyRow[]; exampleName: string | null; mayManage: boolean }) {
  const t = useText();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Section title={t('planning.bodies.title')} description={t('planning.bodies.lead')} actions={props.mayManage ? <Button size="small" icon="add" onPress={() => setIsAdding(true)}>{t('planning.bodies.add')}</Button> : undefined}>
      <BodyList {...props} />
      {isAdding ? <BodyForm processId={props.processId} body={null} onClose={() => setIsAdding(false)} /> : null}
    </Section>
  );
}
