import { AskMoreTimeDocument, PassOnInquiryDocument, ReleaseInquiryAnswerDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt, useSendsMails } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, RadioGroup, showToast, TextArea, TextField, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import type { Request } from '../inquiry-words.js';
import { GiveBack } from './give-back.js';
import { RequestFiles } from './request-files.js';

interface DialogProps {
  request: Request;
  token: string | null;
  onClose: () => void;
}

/** Sends somebody else a link of her own. */
function PassOn({ request, token, onClose }: DialogProps) {
  const t = useText();
  const sendsMails = useSendsMails();
  const action = useAction(PassOnInquiryDocument, 'passOnInquiry');
  const [to, setTo] = useState<'colleague' | 'deputy'>('colleague');
  const [email, setEmail] = useState('');
  const passOn = async () => {
    if (!(await action.run({ requestId: request.id, token, email: to === 'deputy' ? null : email }))) return;
    showToast(t(sendsMails ? 'participation.inquiry.passed-on' : 'participation.inquiry.passed-on-kept'));
    onClose();
  };
  const footer = <><Button onPress={onClose}>{t('participation.dialog.cancel')}</Button><Button variant="primary" type="submit" form="weitergeben" isPending={action.isPending}>{t('participation.inquiry.pass-on')}</Button></>;
  return (
    <Dialog title={t('participation.inquiry.pass-on')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id="weitergeben" action={action} context="participation" fields={to === 'colleague' ? ['email'] : []} onSubmit={() => void passOn()}>
        <p>{t('participation.inquiry.pass-on-text')}</p>
        <RadioGroup<'colleague' | 'deputy'> label={t('participation.inquiry.pass-on-to')} value={to} onChange={setTo} options={[{ id: 'colleague', label: t('participation.inquiry.colleague') }, { id: 'deputy', label: t('participation.inquiry.deputy') }]} />
        {to === 'colleague' ? <TextField type="email" label={t('participation.inquiry.email')} value={email} onChange={setEmail} isRequired error={problemAt(action.problems, 'email', 'participation', t)} /> : null}
      </ActionForm>
    </Dialog>
  );
}

/** Asks the office for more time. */
function MoreTime({ request, token, onClose }: DialogProps) {
  const t = useText();
  const action = useAction(AskMoreTimeDocument, 'askMoreTime');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [isDayMissing, setIsDayMissing] = useState(false);
  const ask = async () => {
    setIsDayMissing(until === '');
    if (until === '' || !(await action.run({ requestId: request.id, token, until, reason }))) return;
    showToast(t('participation.inquiry.time-asked'));
    onClose();
  };
  const footer = <><Button onPress={onClose}>{t('participation.dialog.cancel')}</Button><Button variant="primary" type="submit" form="mehr-zeit" isPending={action.isPending}>{t('participation.inquiry.ask-time')}</Button></>;
  return (
    <Dialog title={t('participation.inquiry.ask-time')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id="mehr-zeit" action={action} context="participation" fields={['until', 'reason']} onSubmit={() => void ask()}>
        <TextField type="date" label={t('participation.inquiry.time-until')} value={until} onChange={setUntil} isRequired error={isDayMissing && until === '' ? t('participation.error.DEADLINE_INVALID') : problemAt(action.problems, 'until', 'participation', t)} />
        <TextArea label={t('participation.inquiry.time-reason')} value={reason} onChange={setReason} isRequired error={problemAt(action.problems, 'reason', 'participation', t)} />
      </ActionForm>
    </Dialog>
  );
}

/** What else can be done with a request besides answering it. */
export function RequestExtras({ request, token, isOffice, onReadIn, onReload }: { request: Request; token: string | null; isOffice: boolean; onReadIn: () => void; onReload: () => Promise<unknown> }) {
  const t = useText();
  const { day } = useLanguage();
  const release = useAction(ReleaseInquiryAnswerDocument, 'releaseInquiryAnswer');
  const [open, setOpen] = useState<'pass-on' | 'more-time' | null>(null);
  const close = () => setOpen(null);
  const releaseNow = async () => {
    if (await release.run({ requestId: request.id, number: request.submissionNumber ?? 0 })) showToast(t('participation.inquiry.released'));
    // Somebody may have handed in again: what is released must have been seen.
    else await onReload();
  };
  return (
    <>
      <ActionNotice action={release} context="participation" />
      {request.moreTimeUntil ? <p className="kw-muted">{t('participation.inquiry.time-asked-until', { day: day(request.moreTimeUntil) })}</p> : null}
      <div className="kw-button-group">
        {request.mayRelease ? <Button variant="primary" isPending={release.isPending} onPress={() => void releaseNow()}>{t('participation.inquiry.release')}</Button> : null}
        {request.mayRelease && !request.isClosed ? <GiveBack request={request} onRefused={onReload} /> : null}
        {request.isClosed || isOffice ? null : <Button onPress={() => setOpen('pass-on')}>{t('participation.inquiry.pass-on')}</Button>}
        {request.isClosed || isOffice || request.handedInAt ? null : <Button onPress={() => setOpen('more-time')}>{t('participation.inquiry.ask-time')}</Button>}
      </div>
      <RequestFiles request={request} token={token} onReadIn={onReadIn} />
      {open === 'pass-on' ? <PassOn request={request} token={token} onClose={close} /> : null}
      {open === 'more-time' ? <MoreTime request={request} token={token} onClose={close} /> : null}
    </>
  );
}
