import { useQuery } from '@apollo/client/react';
import { countWords } from '@konzeptwerkstatt/kernel';
import type { ShortVersionFactsFragment } from '@konzeptwerkstatt/web-data';
import { SaveShortVersionDocument, ShortVersionFieldDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, Overtaken, problemAt, RequestFailureNotice, useSeenRevision } from '@konzeptwerkstatt/web-shell';
import { Button, Loading, Notice, Section, showToast, TextArea, TextLink, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { textPath } from '../../places.js';

/** As the server counts. */
const maxWords = 120;

interface Field {
  readonly id: string;
  readonly uuid: string;
  readonly number: string;
  readonly title: string;
}

/** How much of what is allowed is used, and what is wrong. */
function WordCount({ count }: { count: number }) {
  const t = useText();
  return <p className={count > maxWords ? undefined : 'kw-muted'} role="status">{t(count > maxWords ? 'participation.sharing.words-over' : 'participation.sharing.words', { count, most: maxWords })}</p>;
}

function ShortVersionForm({ field, editionUuid, facts }: { field: Field; editionUuid: string; facts: ShortVersionFactsFragment }) {
  const t = useText();
  const { moment } = useTownTime();
  const { shortVersion, hasOutgrownShortVersion, textFingerprint } = facts;
  const action = useAction(SaveShortVersionDocument, 'saveShortVersion', ['ShortVersionField']);
  const { seen, isOvertaken, shown, keep } = useSeenRevision(shortVersion?.revision ?? 0, action);
  const [revision, setRevision] = useState<number | null>(null);
  const [text, setText] = useState(shortVersion?.text ?? '');
  const saved = shortVersion?.text ?? '';
  const save = async (words: string) => {
    const payload = await action.run({ sectionId: field.id, text: words, textFingerprint, expectedRevision: revision ?? seen });
    if (!payload) return;
    setRevision(payload.section?.shortVersion?.revision ?? 0);
    showToast(t('participation.sharing.short-saved'));
  };
  const take = (words: string) => {
    setText(words);
    setRevision(null);
    keep();
  };
  const count = countWords(text);
  return (
    <ActionForm action={shown} context="participation" fields={['text']} onSubmit={() => void save(text)}>
      {isOvertaken ? <Overtaken onTake={() => take(saved)} onKeep={() => take(text)} facts={[{ term: t('participation.sharing.short'), value: <p className="kw-words" lang="de" dir="auto">{saved}</p> }]} /> : null}
      {hasOutgrownShortVersion ? (
        <Notice tone="warning" title={t('participation.sharing.outgrown')} actions={<Button size="small" icon="check" onPress={() => void save(saved)} aria-label={t('participation.sharing.still-fits-named', { name: field.title })}>{t('participation.sharing.still-fits')}</Button>}>
          {t('participation.sharing.outgrown-text', { when: shortVersion ? moment(shortVersion.writtenAt) : '' })}
        </Notice>
      ) : null}
      <TextArea label={t('participation.sharing.short-of', { name: field.title })} rows={5} lang="de" dir="auto" value={text} onChange={setText} error={problemAt(shown.problems, 'text', 'participation', t)} />
      <WordCount count={count} />
      <div className="kw-button-group">
        <Button type="submit" isPending={action.isPending} isDisabled={text.trim() === saved} aria-label={t('participation.sharing.save-named', { name: field.title })}>{t('participation.sharing.save')}</Button>
        <TextLink href={textPath(editionUuid, field.uuid, null)}>{t('participation.sharing.to-text')}</TextLink>
      </div>
    </ActionForm>
  );
}

/** What a field of action says in a few words, for those who write it. */
export function ShortVersionEditor({ field, editionUuid }: { field: Field; editionUuid: string }) {
  const { data, error, refetch } = useQuery(ShortVersionFieldDocument, { variables: { uuid: field.uuid }, fetchPolicy: 'cache-and-network' });
  const facts = data?.section;
  return (
    <Section level={3} title={`${field.number} ${field.title}`}>
      {facts ? <ShortVersionForm key={field.uuid} field={field} editionUuid={editionUuid} facts={facts} /> : error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={3} />}
    </Section>
  );
}
