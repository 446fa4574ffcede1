import type { ProcessPageQuery } from '@konzeptwerkstatt/web-data';
import { Original, Section, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { keyLabel } from '../process/key-label.js';
import { Examples } from './examples.js';

type ProcessDocument = NonNullable<ProcessPageQuery['process']>['documents'][number];

function DocumentItem({ document, exampleName }: { document: ProcessDocument; exampleName: string | null }) {
  const t = useText();
  return (
    <li className="kw-plan__item">
      <strong>{document.edition ? <TextLink href={`/konzepte/${document.edition.uuid}`}><Original>{document.title}</Original></TextLink> : <Original>{document.title}</Original>}</strong>
      <div className="kw-plan__body">
        <p className="kw-muted">
          {keyLabel('document-kind', document.kind, t)}
          {document.decidedBy ? <> · {t('planning.document.decided-by')} <Original>{document.decidedBy}</Original></> : document.isBinding ? null : <> · {t('planning.document.informal')}</>}
        </p>
        {document.note ? <p><Original>{document.note}</Original></p> : null}
        {document.fields.length > 0 ? (
          <ul className="kw-bullets" aria-label={t('planning.document.fields')}>
            {document.fields.map((field) => <li key={field.key}><Original>{field.title}</Original>{field.isPriority ? ` (${t('planning.document.priority')})` : ''}</li>)}
          </ul>
        ) : null}
        <Examples examples={document.examples} exampleName={exampleName} />
      </div>
    </li>
  );
}

/** The documents a process leads to or builds on, one after the other; nothing without a plan. */
export function Documents({ documents, exampleName }: { documents: readonly ProcessDocument[]; exampleName: string | null }) {
  const t = useText();
  if (documents.length === 0) return null;
  return (
    <Section title={t('planning.documents.title')} description={t('planning.documents.lead')}>
      <ol className="kw-plan">{documents.map((document) => <DocumentItem key={document.id} document={document} exampleName={exampleName} />)}</ol>
    </Section>
  );
}
