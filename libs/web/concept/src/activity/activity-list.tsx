import type { ActivityEntryFragment } from '@konzeptwerkstatt/web-data';
import { useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { Link } from 'react-router';
import type { SentencePart } from './activity-sentence.js';
import { activitySentence } from './activity-sentence.js';

function Part({ part }: { part: SentencePart }) {
  if (part.kind === 'words') return <>{part.text}</>;
  if (part.kind === 'actor') return <strong><bdi>{part.text}</bdi></strong>;
  return <bdi>{part.href ? <Link className="kern-link" to={part.href}>{part.text}</Link> : part.text}</bdi>;
}

/** What happened, newest first: who (by organisation), what, how long ago. */
export function ActivityList({ entries, label }: { entries: readonly ActivityEntryFragment[]; label: string }) {
  const t = useText();
  const language = useLanguage();
  const formats = { money: (amount: string) => language.money(amount, 'EUR'), number: (value: string) => language.number(value) };
  return (
    <ol className="kw-activity" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="kw-activity__sentence">
            {activitySentence(entry, t, formats).map((part, index) => <Part key={index} part={part} />)}
          </p>
          <time className="kw-activity__time" dateTime={entry.occurredAt} title={language.instant(entry.occurredAt)}>{language.ago(entry.occurredAt)}</time>
        </li>
      ))}
    </ol>
  );
}
