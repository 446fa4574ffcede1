import { useApolloClient, useQuery } from '@apollo/client/react';
import type { EditionAdoptionQuery } from '@konzeptwerkstatt/web-data';
import { EditionAdoptionDocument, usePollingWhile } from '@konzeptwerkstatt/web-data';
import { Button, EmptyState, Section, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../catalogue.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { AdoptedFacts } from './adopted-facts.js';
import './adoption.css';
import { NextEditionSection } from './next-edition-dialog.js';
import { PublicationSection } from './publication-section.js';
import { ResolutionForm } from './resolution-form.js';
import { ResolutionList } from './resolution-list.js';

type Edition = NonNullable<EditionAdoptionQuery['edition']>;

/** How often is asked how far it is, in milliseconds. */
const pollMilliseconds = 1_000;

const isAdopted = (edition: Edition): boolean => edition.resolutions.edges.some(({ node }) => node.adopts);

/** Whether the server still works on what a resolution has adopted. */
function isUnderWay(edition: Edition | null | undefined): boolean {
  if (!edition || !isAdopted(edition)) return false;
  return edition.adoption === null || edition.adoptedFile === null || ['WAITING', 'RENDERING'].includes(edition.adoptedFile.state);
}

function Resolutions({ edition, onRecorded }: { edition: Edition; onRecorded: () => void }) {
  const t = useText();
  const [isEntering, setIsEntering] = useState(false);
  const resolutions = edition.resolutions.edges.map(({ node }) => node);
  const mayRecord = edition.mayAdopt && !isAdopted(edition);
  const enter = mayRecord && !isEntering ? <Button variant="primary" icon="add" onPress={() => setIsEntering(true)}>{t('concept.resolution.add')}</Button> : null;
  return (
    <>
      {isAdopted(edition) ? <Section title={t('concept.adoption.title')}><AdoptedFacts edition={edition} /></Section> : null}
      {edition.adoption ? <PublicationSection edition={edition} /> : null}
      {edition.adoption ? <NextEditionSection edition={edition} /> : null}
      {isEntering ? <Section title={t('concept.resolution.add')}><ResolutionForm edition={edition} onCancel={() => setIsEntering(false)} onRecorded={() => { setIsEntering(false); onRecorded(); }} /></Section> : null}
      {resolutions.length > 0 ? <Section title={t('concept.resolution.list')} actions={enter}><ResolutionList resolutions={resolutions} mayAdopt={edition.mayAdopt} /></Section> : null}
      {resolutions.length === 0 && !isEntering ? <EmptyState title={t('concept.resolution.empty')} icon="document" action={enter}>{t(mayRecord ? 'concept.resolution.empty-text' : 'concept.resolution.empty-reading')}</EmptyState> : null}
    </>
  );
}

/** What bodies resolved on an edition, and what its adoption has fixed. */
export default function AdoptionPage() {
  const t = useText();
  const client = useApolloClient();
  const { editionId = '' } = useParams();
  const query = useQuery(EditionAdoptionDocument, { variables: { uuid: editionId }, fetchPolicy: 'cache-and-network' });
  const { data, error, refetch } = query;
  const isWaiting = isUnderWay(data?.edition);
  usePollingWhile(query, isWaiting, pollMilliseconds);
  // The other pages of the edition must not show what it was before.
  const forget = () => client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'edition' });
  return (
    <EditionFrame edition={data?.edition} error={error} onRetry={() => void refetch()} view={t('concept.view.adoption')}>
      {(edition) => <div className="kw-stack kw-adoption"><Resolutions edition={edition} onRecorded={() => { forget(); void refetch(); }} /></div>}
    </EditionFrame>
  );
}
