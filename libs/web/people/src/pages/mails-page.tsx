import { useQuery } from '@apollo/client/react';
import type { MailFactsFragment, MailState } from '@konzeptwerkstatt/web-data';
import { MailsDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import type { Column, Tone } from '@konzeptwerkstatt/web-ui';
import { Button, DataTable, EmptyState, LinkButton, Loading, PageHeader, Select, StatusTag, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import { MailDialog } from '../mails/mail-dialog.js';
import { failureKind } from '../mails/mail-failure.js';

const tones: Readonly<Record<MailState, Tone>> = { KEPT: 'info', WAITING: 'info', SENDING: 'info', SENT: 'success', REFUSED: 'danger', FAILED: 'danger', RETURNED: 'danger' };
/** What the list can be narrowed to. */
const choices = { all: [], open: ['KEPT', 'WAITING', 'SENDING'], troubled: ['REFUSED', 'FAILED', 'RETURNED'], sent: ['SENT'] } as const satisfies Record<string, readonly MailState[]>;
type Choice = keyof typeof choices;

function useColumns(onOpen: (mail: MailFactsFragment) => void): Column<MailFactsFragment>[] {
  const t = useText();
  const { instant } = useLanguage();
  return [
    { id: 'recipient', header: t('people.mails.recipient'), isRowHeader: true, cell: ({ recipient }) => <bdi dir="ltr">{recipient}</bdi> },
    { id: 'subject', header: t('people.mails.subject'), width: 'wide', cell: ({ subject, language }) => <bdi lang={language}>{subject}</bdi> },
    {
      id: 'state', header: t('people.mails.state'),
      cell: ({ state, failure }) => (
        <>
          <StatusTag tone={tones[state]}>{t(`people.mail-state.${state}`)}</StatusTag>
          {failure ? <><br /><span className="kw-muted">{t(`people.mail-failure.${failureKind(failure)}`)} (<bdi dir="ltr">{failure}</bdi>)</span></> : null}
        </>
      ),
    },
    { id: 'created', header: t('people.mails.created'), cell: ({ createdAt }) => instant(createdAt) },
    { id: 'open', header: t('people.mails.action'), cell: (mail) => <Button size="small" onPress={() => onOpen(mail)}>{t('people.mails.open')}<span className="kw-visually-hidden">: {mail.recipient}, {mail.subject}</span></Button> },
  ];
}

/** What the application wrote to people, and what became of it; for administrators of the municipality. */
export default function MailsPage() {
  const t = useText();
  const [choice, setChoice] = useState<Choice>('all');
  const { data, error, refetch, fetchMore } = useQuery(MailsDocument, { variables: { filter: { states: [...choices[choice]] } }, fetchPolicy: 'cache-and-network' });
  const [opened, setOpened] = useState<MailFactsFragment | null>(null);
  const columns = useColumns(setOpened);
  const mails = data?.mails.edges.map(({ node }) => node) ?? [];
  const { hasNextPage, endCursor } = data?.mails.pageInfo ?? { hasNextPage: false, endCursor: null };
  return (
    <>
      <PageHeader title={t('people.mails.title')} actions={<LinkButton size="small" icon="history" href="/loeschprotokoll">{t('people.mails.retention')}</LinkButton>}>{t('people.mails.lead')}</PageHeader>
      <div className="kw-stack">
        <div className="kw-narrow">
          <Select<Choice> label={t('people.mails.filter')} value={choice} onChange={(next) => setChoice(next ?? 'all')} options={(Object.keys(choices) as Choice[]).map((id) => ({ id, label: t(`people.mails.filter-${id}`) }))} />
        </div>
        {error && !data ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Loading lines={6} /> : null}
        {data ? (
          <DataTable caption={t('people.mails.title')} columns={columns} groups={[{ id: 'all', rows: mails }]} rowId={({ id }) => id}
            empty={<EmptyState icon="document" title={t('people.mails.empty')}>{t('people.mails.empty-text')}</EmptyState>} />
        ) : null}
        {hasNextPage ? <div className="kw-button-group"><Button onPress={() => void fetchMore({ variables: { after: endCursor } })}>{t('people.mails.more')}</Button></div> : null}
      </div>
      {opened ? <MailDialog mail={mails.find(({ id }) => id === opened.id) ?? opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}
