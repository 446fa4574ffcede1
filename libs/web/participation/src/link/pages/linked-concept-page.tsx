import { useQuery } from '@apollo/client/react';
import type { LinkedConceptQuery } from '@konzeptwerkstatt/web-data';
import { LinkedConceptDocument, SentContributionsDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice, takeToken, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Loading, Notice, PageHeader, Section, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useCallback, useEffect, useState } from 'react';
import '../../catalogue.js';
import '../../participation.css';
import '../link.css';
import { rememberLink, senderKeyOf } from '../visitor/kept-answers.js';
import { LeftAnswers } from '../visitor/left-answers.js';
import { LinkedFieldSection } from '../visitor/linked-field.js';
import { SentList, UnsentList, WayBack } from '../visitor/sent-list.js';
import { useUnsentAnswers } from '../visitor/use-unsent-answers.js';

type Concept = LinkedConceptQuery['linkedConcept'];

/** What this device has sent, and what waits. */
function Own({ token, linkUuid, concept }: { token: string; linkUuid: string; concept: Concept }) {
  const t = useText();
  const [{ key: senderKey, isKept }] = useState(() => senderKeyOf(linkUuid));
  const { data, error, refetch } = useQuery(SentContributionsDocument, { variables: { senderKey }, fetchPolicy: 'cache-and-network' });
  const again = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const unsent = useUnsentAnswers({ token, linkUuid, senderKey }, again);
  const sent = data?.sentContributions ?? [];
  const link = { uuid: linkUuid, needsRelease: concept.needsRelease, municipalityName: concept.municipalityName ?? '' };
  return (
    <>
      {unsent.isKept ? null : <Notice tone="warning" title={t('participation.linked.not-kept')} />}
      {unsent.items.length > 0 || sent.length > 0 || (error && !data) ? (
        <Section title={t('participation.linked.own')}>
          {error && !data ? <RequestFailureNotice error={error} onRetry={again} /> : null}
          <UnsentList unsent={unsent.items} onRetry={unsent.retry} onDiscard={unsent.discard} />
          <SentList sent={sent} senderKey={senderKey} />
          {sent.length > 0 ? <WayBack senderKey={senderKey} isKept={isKept} /> : null}
        </Section>
      ) : null}
      {concept.fields.map((field) => <LinkedFieldSection key={field.uuid} token={token} field={field} link={link} onSend={unsent.send} />)}
    </>
  );
}

function Linked({ token }: { token: string }) {
  const t = useText();
  const { moment } = useTownTime();
  const { data, error, refetch } = useQuery(LinkedConceptDocument, { variables: { token }, fetchPolicy: 'cache-and-network' });
  const concept = data?.linkedConcept;
  usePageTitle(concept?.title ?? '');
  const linkUuid = concept?.uuid ?? null;
  useEffect(() => { if (linkUuid !== null) rememberLink(token, linkUuid); }, [token, linkUuid]);
  if (!concept) return error ? <><PageHeader title={t('participation.linked.title')} /><RequestFailureNotice error={error} onRetry={() => void refetch()} /></> : <Loading lines={8} />;
  if (!concept.isLinkValid || concept.uuid === null) return <><PageHeader title={t('participation.linked.title')} /><Notice tone="warning" title={t('participation.inquiry.link-over')}>{t('participation.linked.over-text')}</Notice><LeftAnswers token={token} /></>;
  return (
    <div className="kw-linked">
      <PageHeader title={concept.title ?? ''} preline={concept.municipalityName ?? ''}>{t('participation.linked.lead', { until: concept.expiresAt ? moment(concept.expiresAt) : '' })}</PageHeader>
      <Own key={concept.uuid} token={token} linkUuid={concept.uuid} concept={concept} />
    </div>
  );
}

/** Where a link that was passed on leads: short versions of fields of action and an answer to them, without an account and without the editor. */
export default function LinkedConceptPage() {
  const t = useText();
  const [token] = useState(() => takeToken(globalThis.location, sessionStorage, (address) => history.replaceState(history.state, '', address)));
  if (token !== null) return <Linked token={token} />;
  return <><PageHeader title={t('participation.linked.title')} /><Notice title={t('participation.inquiry.no-link')}>{t('participation.linked.no-link-text')}</Notice></>;
}
