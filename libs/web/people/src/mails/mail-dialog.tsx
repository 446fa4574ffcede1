import type { MailFactsFragment } from '@konzeptwerkstatt/web-data';
import { NoteReturnedMailDocument, OpenMailDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, DescriptionList, Dialog, Notice, showToast, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

/** The text, once somebody has asked for it: that it was read is written down. */
function MailText({ mail }: { mail: MailFactsFragment }) {
  const t = useText();
  const action = useAction(OpenMailDocument, 'openMail');
  const [text, setText] = useState<string | null>(null);
  if (!mail.hasText) return <p className="kw-muted">{t('people.mail.gone')}</p>;
  if (text !== null) return <pre className="kw-letter" lang={mail.language} dir="auto" tabIndex={0}>{text}</pre>;
  return (
    <>
      <Notice tone="warning" title={t('people.mail.secret')}>{t('people.mail.secret-text')}</Notice>
      <ActionNotice action={action} context="people" />
      <div className="kw-button-group">
        <Button variant="primary" isPending={action.isPending} onPress={() => void action.run({ mailId: mail.id }).then((payload) => setText(payload?.text ?? null))}>{t('people.mail.read')}</Button>
      </div>
    </>
  );
}

/** One mail: to whom, what became of it, and its text while it is here. */
export function MailDialog({ mail, onClose }: { mail: MailFactsFragment; onClose: () => void }) {
  const t = useText();
  const { instant } = useLanguage();
  const action = useAction(NoteReturnedMailDocument, 'noteReturnedMail');
  const noteReturned = async () => {
    if (await action.run({ mailId: mail.id })) showToast(t('people.mail.returned'));
  };
  const facts = [
    { term: t('people.mails.recipient'), value: <bdi dir="ltr">{mail.recipient}</bdi> },
    { term: t('people.mails.state'), value: t(`people.mail-state.${mail.state}`) },
    { term: t('people.mails.created'), value: instant(mail.createdAt) },
    ...(mail.settledAt ? [{ term: t('people.mail.settled'), value: instant(mail.settledAt) }] : []),
    ...(mail.attempts > 0 ? [{ term: t('people.mail.attempts'), value: String(mail.attempts) }] : []),
  ];
  const footer = (
    <>
      {mail.state === 'SENT' ? <Button isPending={action.isPending} onPress={() => void noteReturned()}>{t('people.mail.note-returned')}</Button> : null}
      <Button variant="primary" onPress={onClose}>{t('people.form.close')}</Button>
    </>
  );
  return (
    <Dialog title={mail.subject} titleLanguage={mail.language} isOpen onClose={onClose} footer={footer} size="large">
      <div className="kw-stack">
        <DescriptionList items={facts} />
        <ActionNotice action={action} context="people" />
        <p className="kw-muted">{t(`people.mail-hint.${mail.state}`)}</p>
        <MailText mail={mail} />
      </div>
    </Dialog>
  );
}
