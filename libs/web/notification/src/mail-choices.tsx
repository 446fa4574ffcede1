import { useQuery } from '@apollo/client/react';
import type { NotificationMail } from '@konzeptwerkstatt/web-data';
import { NotificationChoicesDocument, SetMailLanguageDocument, SetNotificationChoiceDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { RadioGroup, Section, Select, showToast, useText } from '@konzeptwerkstatt/web-ui';

const mails: readonly NotificationMail[] = ['AT_ONCE', 'DAILY', 'NONE'];
/** Languages of mails, each under its own name. */
const languages = [{ id: 'de', label: 'Deutsch' }, { id: 'en', label: 'English' }, { id: 'ar', label: 'العربية' }];

/** How one is told by mail, for each category. What is chosen counts at once. */
export function MailChoices() {
  const t = useText();
  const { data, error, refetch } = useQuery(NotificationChoicesDocument);
  const action = useAction(SetNotificationChoiceDocument, 'setNotificationChoice', ['NotificationChoices']);
  const language = useAction(SetMailLanguageDocument, 'setMailLanguage');
  if (error && !data) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data?.viewer) return null;
  return (
    <Section title={t('notification.mail.title')} description={t('notification.mail.lead')}>
      <ActionNotice action={action} context="notification" />
      <ActionNotice action={language} context="notification" />
      <div className="kw-narrow">
        <Select label={t('notification.mail.language')} options={languages} value={languages.find(({ id }) => id === data.viewer?.person.locale)?.id ?? 'de'} isDisabled={language.isPending}
          onChange={(chosen) => chosen && void language.run({ language: chosen }).then((done) => { if (done) showToast(t('notification.mail.saved')); })} />
      </div>
      <div className="kw-notification-choices">
        {data.viewer.notificationChoices.map(({ category, mail }) => (
          <RadioGroup key={category} label={t(`notification.category.${category}`)} hint={t(`notification.category-hint.${category}`)} isDisabled={action.isPending} value={mail}
            options={mails.map((id) => ({ id, label: t(`notification.mail.${id}`) }))}
            onChange={(chosen) => void action.run({ category, mail: chosen }).then((done) => { if (done) showToast(t('notification.mail.saved')); })} />
        ))}
      </div>
    </Section>
  );
}
