import type { ContributionFullFragment } from '@konzeptwerkstatt/web-data';
import { ReplyToContributionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Section, TextArea, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

function ReplyForm({ contributionId }: { contributionId: string }) {
  const t = useText();
  const { tag } = useLanguage();
  const action = useAction(ReplyToContributionDocument, 'replyToContribution');
  const [text, setText] = useState('');
  const submit = async () => {
    if (await action.run({ contributionId, text, language: tag })) setText('');
  };
  return (
    <ActionForm action={action} context="participation" fields={['text']} onSubmit={() => void submit()}>
      <TextArea label={t('participation.replies.text')} hint={t('participation.replies.hint')} rows={3} value={text} onChange={setText} dir="auto" error={problemAt(action.problems, 'text', 'participation', t)} />
      <div className="kw-button-group"><Button type="submit" isPending={action.isPending} pendingText={t('participation.form.sending')}>{t('participation.replies.send')}</Button></div>
    </ActionForm>
  );
}

/** What is said below a contribution. */
export function Replies({ contribution }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const { day } = useLanguage();
  const { replies, mayReply, state } = contribution;
  const isOpen = mayReply && state !== 'WITHDRAWN' && state !== 'HELD';
  if (replies.length === 0 && !isOpen) return null;
  return (
    <Section title={t('participation.replies.title')}>
      <ul className="kw-replies">
        {replies.map((reply) => (
          <li key={reply.uuid}>
            <p className="kw-muted"><bdi>{reply.personName ?? reply.organisation?.name ?? t('participation.author.former')}</bdi> · {day(reply.createdAt)}</p>
            <p className="kw-words" lang={reply.language} dir="auto">{reply.text}</p>
          </li>
        ))}
      </ul>
      {isOpen ? <ReplyForm contributionId={contribution.id} /> : null}
    </Section>
  );
}
