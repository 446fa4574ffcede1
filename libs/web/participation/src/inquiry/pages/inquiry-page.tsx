import { useQuery } from '@apollo/client/react';
import type { InquiryFullFragment } from '@konzeptwerkstatt/web-data';
import { CloseInquiryDocument, InquiryPageDocument, SetInquiryRepeatDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, NotFoundPage, RequestFailureNotice, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, ConfirmDialog, DataTable, Loading, Original, PageHeader, PhoneLink, StatusTag, TextLink, useLanguage, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../../catalogue.js';
import '../../participation.css';
import '../inquiry.css';
import type { Recipient } from '../office/recipient-actions.js';
import { Reminders, unanswered } from '../office/reminders.js';
import { RepeatChoice } from '../office/repeat-choice.js';
import { RecipientActions } from '../office/recipient-actions.js';
import { editionInquiriesPath, inquiryAnswerPath } from '../places.js';

/** Nobody counts as asked to whom no mail has gone out, unless she has answered all the same. */
const isMailed = ({ askedAt, state }: Recipient): boolean => Boolean(askedAt) || state !== 'ASKED';
const steps = ['ASKED', 'OPENED', 'ANSWERED', 'RELEASED'] as const;

/** How far an organisation is, with what the office should know about it. */
function RecipientState({ recipient }: { recipient: Recipient }) {
  const t = useText();
  const { day, instant } = useLanguage();
  const { state, isLate, way, hasAddress, askedAt, handedInAt, returnedAt, isReminderWanted, nextMailAt, passedOnAt, moreTimeUntil, phoneContact, submittedLineCount } = recipient;
  return (
    <div className="kw-stack kw-stack--tight">
      <p className="kw-cluster">
        <StatusTag tone={state === 'RELEASED' || state === 'ANSWERED' ? 'success' : isLate ? 'warning' : 'neutral'}>{isMailed(recipient) ? t(`participation.inquiry-state.${state}`) : t('participation.inquiry.not-mailed')}</StatusTag>
        {returnedAt ? <StatusTag>{t('participation.inquiry.is-returned')}</StatusTag> : null}
        {submittedLineCount && !handedInAt && !returnedAt ? <StatusTag>{t('participation.inquiry.in-part-count', { count: submittedLineCount })}</StatusTag> : null}
        {isLate ? <StatusTag tone="warning">{t('participation.inquiry.late')}</StatusTag> : null}
        {way === 'PHONE' ? <StatusTag>{t('participation.inquiry.by-phone')}</StatusTag> : null}
        {passedOnAt ? <StatusTag>{t('participation.inquiry.was-passed-on')}</StatusTag> : null}
      </p>
      {handedInAt ? <p className="kw-muted">{t('participation.inquiry.handed-in-at', { at: instant(handedInAt) })}</p> : null}
      {hasAddress ? null : <p>{t('participation.inquiry.no-address')}</p>}
      {phoneContact ? <p>{t('participation.inquiry.phone')} <Original>{phoneContact.name}</Original>, <PhoneLink number={phoneContact.phone} /></p> : null}
      {hasAddress && !askedAt && !handedInAt ? <p className="kw-muted">{nextMailAt ? t('participation.inquiry.mail-at', { at: instant(nextMailAt) }) : t('participation.inquiry.mail-soon')}</p> : null}
      {isReminderWanted ? <p className="kw-muted">{nextMailAt ? t('participation.inquiry.reminder-at', { at: instant(nextMailAt) }) : t('participation.inquiry.reminder-soon')}</p> : null}
      {moreTimeUntil ? <p>{t('participation.inquiry.wants-time', { day: day(moreTimeUntil) })}</p> : null}
    </div>
  );
}

/** How many are how far. */
function Counts({ inquiry }: { inquiry: InquiryFullFragment }) {
  const t = useText();
  const count = (state: string) => inquiry.recipients.filter((recipient) => recipient.state === state && isMailed(recipient)).length;
  const unmailed = inquiry.recipients.filter((recipient) => !isMailed(recipient)).length;
  return (
    <ul className="kw-counts">
      {unmailed > 0 ? <li>{t('participation.counts.state', { state: t('participation.inquiry.not-mailed'), count: unmailed })}</li> : null}
      {steps.map((state) => <li key={state}>{t('participation.counts.state', { state: t(`participation.inquiry-state.${state}`), count: count(state) })}</li>)}
      <li>{t('participation.counts.state', { state: t('participation.inquiry.late'), count: inquiry.recipients.filter(({ isLate }) => isLate).length })}</li>
      <li>{t('participation.counts.state', { state: t('participation.inquiry.by-phone'), count: inquiry.recipients.filter(({ way }) => way === 'PHONE').length })}</li>
    </ul>
  );
}

/** The return list of an inquiry, with all that the office can do about it. */
export default function InquiryPage() {
  const t = useText();
  const { moment: deadline } = useTownTime();
  const { inquiryId = '' } = useParams();
  const { data, error, refetch } = useQuery(InquiryPageDocument, { variables: { uuid: inquiryId }, fetchPolicy: 'cache-and-network', pollInterval: 10_000 });
  const close = useAction(CloseInquiryDocument, 'closeInquiry');
  const repeat = useAction(SetInquiryRepeatDocument, 'setInquiryRepeat');
  const [isClosing, setIsClosing] = useState(false);
  const [marked, setMarked] = useState<readonly string[]>([]);
  usePageTitle(data?.inquiry?.title ?? '');
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={6} />;
  const { inquiry } = data;
  if (!inquiry) return <NotFoundPage />;
  const closeNow = async () => {
    await close.run({ inquiryId: inquiry.id });
    setIsClosing(false);
  };
  const isOpen = inquiry.state === 'OPEN';
  const open = unanswered(inquiry).map(({ id }) => id);
  const chosen = open.filter((id) => marked.includes(id));
  const choice = { id: 'choose', header: t('participation.reminder.choice'), cell: ({ id, organisation }: Recipient) => (open.includes(id) ? <Checkbox isSelected={chosen.includes(id)} onChange={(isChosen) => setMarked(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))} aria-label={t('participation.reminder.choose-one', { organisation: organisation?.name ?? t('participation.inquiry.gone') })}>{t('participation.reminder.choose')}</Checkbox> : null) };
  const columns = [
    ...(open.length > 0 ? [choice] : []),
    { id: 'organisation', header: t('participation.inquiry.organisation'), isRowHeader: true, width: 'wide' as const, cell: (row: Recipient) => <TextLink href={inquiryAnswerPath(inquiry.uuid, row.uuid)}><Original>{row.organisation?.name ?? t('participation.inquiry.gone')}</Original></TextLink> },
    { id: 'state', header: t('participation.inquiry.state'), width: 'wide' as const, cell: (row: Recipient) => <RecipientState recipient={row} /> },
    { id: 'closesAt', header: t('participation.inquiry.deadline'), cell: (row: Recipient) => deadline(row.closesAt) },
    { id: 'actions', header: t('participation.inquiry.actions'), width: 'wide' as const, cell: (row: Recipient) => <RecipientActions recipient={row} inquiry={inquiry} /> },
  ];
  const { edition } = inquiry;
  return (
    <>
      <PageHeader title={inquiry.title} preline={t(`participation.inquiry-kind.${inquiry.kind}`)}
        {...(edition ? { breadcrumbs: [{ label: edition.title, href: `/konzepte/${edition.uuid}` }, { label: t('participation.inquiry.list'), href: editionInquiriesPath(edition.uuid) }, { label: inquiry.title }] } : {})}
        status={<>{inquiry.isExample ? <StatusTag>{t('participation.inquiry.example')}</StatusTag> : null}<StatusTag>{isOpen ? t('participation.inquiry.until', { at: deadline(inquiry.closesAt) }) : t('participation.inquiry.closed')}</StatusTag></>}
        actions={isOpen ? <Button onPress={() => setIsClosing(true)}>{t('participation.inquiry.close')}</Button> : null}>{inquiry.introduction === '' ? null : <Original>{inquiry.introduction}</Original>}</PageHeader>
      <ActionNotice action={close} context="participation" />
      <ActionNotice action={repeat} context="participation" />
      <Counts inquiry={inquiry} />
      {inquiry.kind === 'PROGRESS' && !inquiry.isExample ? <div className="kw-narrow"><RepeatChoice months={inquiry.repeatMonths ?? null} onChange={(repeatMonths) => void repeat.run({ inquiryId: inquiry.id, repeatMonths })} /></div> : null}
      <Reminders inquiry={inquiry} chosen={chosen} onChange={setMarked} />
      <DataTable caption={t('participation.inquiry.return-list')} columns={columns} groups={[{ id: 'all', rows: inquiry.recipients }]} rowId={({ id }) => id} />
      <ConfirmDialog title={t('participation.inquiry.close')} isOpen={isClosing} confirmLabel={t('participation.inquiry.close')} isPending={close.isPending} onConfirm={() => void closeNow()} onCancel={() => setIsClosing(false)}>{t('participation.inquiry.close-text')}</ConfirmDialog>
    </>
  );
}
