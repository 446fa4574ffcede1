import { useQuery } from '@apollo/client/react';
import { InquiryPageDocument, InquiryRequestPageDocument, requestFailure } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Button, Loading, Notice, PageHeader, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../../catalogue.js';
import '../../participation.css';
import '../inquiry.css';
import { RequestForm, Submitted } from '../answer/request-form.js';
import { isInPart } from '../inquiry-words.js';
import { inquiryPath } from '../places.js';

/** What one organisation has answered; the office can enter it on behalf, as said on the phone. */
export default function InquiryRequestPage() {
  const t = useText();
  const { inquiryId = '', requestId = '' } = useParams();
  const { data, error, refetch } = useQuery(InquiryRequestPageDocument, { variables: { uuid: requestId }, fetchPolicy: 'cache-and-network' });
  const inquiry = useQuery(InquiryPageDocument, { variables: { uuid: inquiryId } }).data?.inquiry;
  const [isEntering, setIsEntering] = useState(false);
  usePageTitle(data?.inquiryRequest.organisationName ?? '');
  if (!data) {
    if (error && requestFailure(error).code === 'NOT_FOUND') return <NotFoundPage />;
    return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={6} />;
  }
  const { inquiryRequest: request } = data;
  return (
    <div className="kw-narrow">
      <PageHeader title={request.organisationName} breadcrumbs={[...(inquiry ? [{ label: inquiry.title, href: inquiryPath(inquiry.uuid) }] : []), { label: request.organisationName }]} />
      {request.submissionNumber ? <Section title={t('participation.inquiry.as-handed-in')} description={isInPart(request) ? <StatusTag>{t('participation.inquiry.in-part', { done: request.submittedLines.length, total: request.lines.length })}</StatusTag> : null}><Submitted request={request} /></Section> : <p className="kw-muted">{t(request.state === 'ANSWERED' ? 'participation.inquiry.not-released' : 'participation.inquiry.not-handed-in')}</p>}
      {request.isClosed ? null : isEntering ? (
        <Section title={t('participation.inquiry.enter-phone')}>
          <Notice title={t('participation.inquiry.enter-phone-text')} />
          <RequestForm request={request} token={null} isOffice onReload={() => refetch()} />
        </Section>
      ) : <div className="kw-button-group"><Button onPress={() => setIsEntering(true)}>{t('participation.inquiry.enter-phone')}</Button></div>}
    </div>
  );
}
