import { DescriptionList, Section, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import type { Health } from './troubles.js';

const megabyte = 1_000_000;

/** Seconds as whole minutes, from one minute on. */
function useAge(): (seconds: number) => string {
  const t = useText();
  return (seconds) => (seconds < 60 ? t('municipality.health.seconds', { count: Math.round(seconds) }) : t('municipality.health.minutes', { count: Math.round(seconds / 60) }));
}

/** What is in the queues, in words and figures. */
export function QueueFacts({ queues }: Pick<Health, 'queues'>) {
  const t = useText();
  const { number } = useLanguage();
  const parts = ['waiting', 'active', 'delayed', 'failed'] as const;
  const items = queues.map((queue) => ({
    term: t(`municipality.health.queue.${queue.name}`),
    value: parts.map((part) => `${number(queue[part])} ${t(`municipality.health.queue-${part}`)}`).join(' · '),
  }));
  return <Section title={t('municipality.health.queues')}><DescriptionList items={items} /></Section>;
}

/** How far the events are, and how far behind. */
export function EventFacts({ events }: Pick<Health, 'events'>) {
  const t = useText();
  const age = useAge();
  const { number } = useLanguage();
  const behind = (count: number, seconds: number) => t('municipality.health.events-behind', { count, age: age(seconds) });
  const items = [
    { term: t('municipality.health.events-relayed'), value: t(`municipality.health.events-relayed-${events.isRelayed ? 'yes' : 'no'}`) },
    { term: t('municipality.health.events-position'), value: events.position === null ? t('municipality.health.none') : number(events.position) },
    { term: t('municipality.health.events-waiting'), value: behind(events.waiting, events.oldestSeconds) },
    { term: t('municipality.health.events-open'), value: number(events.open) },
    { term: t('municipality.health.texts-waiting'), value: behind(events.textsWaiting, events.textsOldestSeconds) },
  ];
  return <Section title={t('municipality.health.events')} description={t('municipality.health.events-text')}><DescriptionList items={items} /></Section>;
}

/** Mails as counts, and how large the database is. */
export function MailFacts({ mails, databaseBytes }: Pick<Health, 'mails' | 'databaseBytes'>) {
  const t = useText();
  const { number } = useLanguage();
  const items = [
    { term: t('municipality.health.mails-failed'), value: number(mails.failedThisWeek) },
    { term: t('municipality.health.mails-waiting'), value: number(mails.waiting) },
    { term: t('municipality.health.database'), value: t('municipality.health.megabytes', { size: number(databaseBytes / megabyte, 1) }) },
  ];
  return (
    <Section title={t('municipality.health.mails')} description={<>{t('municipality.health.mails-text')} <TextLink href="/ausgang">{t('municipality.health.mails-link')}</TextLink></>}>
      <DescriptionList items={items} />
    </Section>
  );
}
