import type { ContributionFullFragment } from '@konzeptwerkstatt/web-data';
import { ReplyToContributionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt, useKeptWords } from '@konzeptwerkstatt/web-shell';
import { Button, Section, Select, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { textLanguages } from '../form/text-languages.js';
import { MentionArea } from '../mention/mention-area.js';
import { MentioningText, UnreachedNotice } from '../mention/mentioning-text.js';
import type { PickedMention } from '../mention/picked-mentions.js';
import { textToSend } from '../mention/picked-mentions.js';

interface ReplyDraft {
  readonly text: string;
  readonly mentions: readonly PickedMention[];
  readonly language: string;
}

/** What is typed stays on this device until it is sent. */
function ReplyForm({ contribution: { id: contributionId, uuid, edition, section } }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const { tag } = useLanguage();
  const action = useAction(ReplyToContributionDocument, 'replyToContribution');
  const empty: ReplyDraft = { text: '', mentions: [], language: tag };
  const { words: draft, change, settle } = useKeptWords(`antwort/${uuid}`, empty, ({ text }) => text !== '');
  const [unreached, setUnreached] = useState<readonly string[]>([]);
  const submit = async () => {
    const payload = await action.run({ contributionId, text: textToSend(draft.text, draft.mentions), language: draft.language });
    if (!payload) return;
    settle({ ...empty, language: draft.language });
    setUnreached(payload.unreached.map(({ name }) => name));
  };
  return (
    <ActionForm action={action} context="participation" fields={['text', 'language']} onSubmit={() => void submit()}>
      <UnreachedNotice names={unreached} />
      <MentionArea place={{ editionUuid: edition?.uuid ?? '', sectionUuid: section?.uuid ?? null }} label={t('participation.replies.text')} hint={t('participation.replies.hint')} rows={3} value={draft.text} mentions={draft.mentions} onChange={(text, mentions) => change({ text, mentions })} lang={draft.language} dir="auto" error={problemAt(action.problems, 'text', 'participation', t)} />
      <Select label={t('participation.form.language')} options={textLanguages} value={draft.language} onChange={(language) => language && change({ language })} error={problemAt(action.problems, 'language', 'participation', t)} />
      <div className="kw-button-group"><Button type="submit" isPending={action.isPending} pendingText={t('participation.form.sending')}>{t('participation.replies.send')}</Button></div>
    </ActionForm>
  );
}

/** What is said below a contribution. */
export function Replies({ contribution }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const { day } = useLanguage();
  const { replies, mayReply, state } = contribution;
  const isOpen = mayReply && state !== 'WITHDRAWN' && state !== 'HELD' && state !== 'REFUSED';
  if (replies.length === 0 && !isOpen) return null;
  return (
    <Section title={t('participation.replies.title')}>
      <ul className="kw-replies">
        {replies.map((reply) => (
          <li key={reply.uuid}>
            <p className="kw-muted"><bdi>{reply.personName ?? reply.organisation?.name ?? t('participation.author.former')}</bdi> · {day(reply.createdAt)}</p>
            <MentioningText text={reply.text} mentions={reply.mentions} lang={reply.language} />
          </li>
        ))}
      </ul>
      {isOpen ? <ReplyForm contribution={contribution} /> : null}
    </Section>
  );
}
