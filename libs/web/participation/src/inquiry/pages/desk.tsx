import { useMutation, useQuery } from '@apollo/client/react';
import { InquiryDeskDocument, newIdempotencyKey, OpenInquiriesDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { EmptyState, Loading, Notice, PageHeader, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect } from 'react';
import '../../catalogue.js';
import '../../participation.css';
import { RequestForm } from '../answer/request-form.js';
import '../inquiry.css';

/** Everything that one organisation is asked, on one page. @param token of a mail link; null: with a session */
export function Desk({ token }: { token: string | null }) {
  const t = useText();
  const { data, error, refetch } = useQuery(InquiryDeskDocument, { variables: { token }, fetchPolicy: 'cache-and-network' });
  const [open] = useMutation(OpenInquiriesDocument);
  const isShown = (data?.inquiryDesk?.requests.length ?? 0) > 0;
  useEffect(() => {
    // Whether it is noted is the office's business, not the reader's.
    if (isShown) void open({ variables: { input: { token, idempotencyKey: newIdempotencyKey() } } }).catch(() => undefined);
  }, [isShown, open, token]);
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={6} />;
  const desk = data.inquiryDesk;
  if (desk?.isLinkValid === false) return <><PageHeader title={t('participation.inquiry.desk')} /><Notice tone="warning" title={t('participation.inquiry.link-over')}>{t('participation.inquiry.link-over-text')}</Notice></>;
  if (!desk || desk.requests.length === 0) return <><PageHeader title={t('participation.inquiry.desk')} /><EmptyState icon="success" title={t('participation.inquiry.nothing-asked')}>{t('participation.inquiry.nothing-asked-text')}</EmptyState></>;
  return (
    <div className="kw-narrow">
      <PageHeader title={t('participation.inquiry.desk')}>{t('participation.inquiry.desk-lead', { organisation: desk.organisationName ?? '', municipality: desk.municipalityName ?? '' })}</PageHeader>
      {desk.requests.map((request) => (
        <Section key={request.id} title={request.title} description={request.isExample ? <StatusTag>{t('participation.inquiry.example')}</StatusTag> : null}>
          <RequestForm request={request} token={token} onReload={() => refetch()} />
        </Section>
      ))}
    </div>
  );
}
