import type { InquiryFullFragment, RemindInquiryRecipientsMutation } from '@konzeptwerkstatt/web-data';
import { RemindInquiryRecipientsDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Notice, Original, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { Fragment, useState } from 'react';
import type { Recipient } from './recipient-actions.js';

type Reminder = RemindInquiryRecipientsMutation['remindInquiryRecipients']['reminders'][number];

/** Those of an open inquiry who can be reminded. */
export const unanswered = ({ state, recipients }: InquiryFullFragment): readonly Recipient[] => (state === 'OPEN' ? recipients.filter(({ handedInAt }) => !handedInAt) : []);

const outcomes = ['NOW', 'LATER', 'NO_ADDRESS', 'NOT_ASKED_YET', 'HANDED_IN', 'EXAMPLE'] as const;

/** Who was reminded, and who was not and why. */
function Outcome({ reminders, recipients }: { reminders: readonly Reminder[]; recipients: readonly Recipient[] }) {
  const t = useText();
  const { instant } = useLanguage();
  const reminded = reminders.filter(({ outcome }) => outcome === 'NOW' || outcome === 'LATER').length;
  return (
    <Notice live tone={reminded === reminders.length ? 'success' : 'info'} title={t('participation.reminder.title', { count: reminded })}>
      <ul>
        {outcomes.map((outcome) => {
          const requestIds = reminders.flatMap((reminder) => (reminder.outcome === outcome ? [reminder.requestId] : []));
          const own = recipients.filter(({ id }) => requestIds.includes(id));
          return own.length === 0 ? null : (
            <li key={outcome}>
              {t(`participation.reminder.${outcome}`)}{' '}
              {own.map(({ id, organisation, nextMailAt }, index) => (
                <Fragment key={id}>{index > 0 ? '; ' : null}<Original>{organisation?.name ?? t('participation.inquiry.gone')}</Original>{outcome === 'LATER' && nextMailAt ? ` (${t('participation.reminder.at', { at: instant(nextMailAt) })})` : null}</Fragment>
              ))}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** Chooses several who have not answered, and reminds them in one step. */
export function Reminders({ inquiry, chosen, onChange }: { inquiry: InquiryFullFragment; chosen: readonly string[]; onChange: (chosen: readonly string[]) => void }) {
  const t = useText();
  const action = useAction(RemindInquiryRecipientsDocument, 'remindInquiryRecipients');
  const [reminders, setReminders] = useState<readonly Reminder[]>([]);
  const open = unanswered(inquiry);
  const late = open.filter(({ isLate }) => isLate);
  const remind = async () => {
    const payload = await action.run({ inquiryId: inquiry.id, requestIds: [...chosen] });
    if (!payload) return;
    setReminders(payload.reminders);
    onChange([]);
  };
  return (
    <div className="kw-reminders">
      {open.length === 0 ? null : (
        <>
          <div className="kw-button-group">
            <Button onPress={() => onChange(open.map(({ id }) => id))}>{t('participation.reminder.choose-open', { count: open.length })}</Button>
            {late.length > 0 && late.length < open.length ? <Button onPress={() => onChange(late.map(({ id }) => id))}>{t('participation.reminder.choose-late', { count: late.length })}</Button> : null}
            {chosen.length > 0 ? <Button onPress={() => onChange([])}>{t('participation.inquiry.no-measures')}</Button> : null}
            <Button variant="primary" isDisabled={chosen.length === 0} isPending={action.isPending} onPress={() => void remind()}>{t('participation.reminder.button', { count: chosen.length })}</Button>
          </div>
          <p role="status" className="kw-muted">{t('participation.reminder.chosen', { count: chosen.length })}</p>
        </>
      )}
      <ActionNotice action={action} context="participation" />
      {reminders.length > 0 ? <Outcome reminders={reminders} recipients={inquiry.recipients} /> : null}
    </div>
  );
}
