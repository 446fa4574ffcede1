import { useQuery } from '@apollo/client/react';
import type { LinkedConceptQuery, LinkedPassagesQuery } from '@konzeptwerkstatt/web-data';
import { LinkedPassagesDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, firstWords, Loading, Original, Section, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { AnswerForm } from './answer-form.js';
import type { AnsweredLink } from './answer-form.js';
import { placeKey } from './kept-answers.js';
import type { Answer, AnsweredPlace } from './kept-answers.js';

type Field = LinkedConceptQuery['linkedConcept']['fields'][number];
type Passage = NonNullable<LinkedPassagesQuery['linkedConcept']['field']>['passages'][number];

/** More is refused by the server: what one answers to is a passage. */
const maxQuoteLength = 2_000;

interface Answering {
  readonly link: AnsweredLink;
  readonly onSend: (answer: Answer) => void;
}

/** A button that opens the form for one place. */
function SaySomething({ link, place, name, onSend }: Answering & { place: AnsweredPlace; name: string }) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) return <div><Button size="small" icon="comment" onPress={() => setIsOpen(true)} aria-label={t('participation.linked.answer-named', { name })}>{t('participation.linked.answer')}</Button></div>;
  return <AnswerForm link={link} place={place} onClose={() => setIsOpen(false)} onSend={(draft) => { onSend({ ...draft, place }); setIsOpen(false); }} />;
}

function placeOf(sectionUuid: string, { blockId, kind, text, objectUuid }: Passage): AnsweredPlace {
  const isObject = kind === 'GOAL' || kind === 'MEASURE';
  return {
    sectionUuid, words: text, goalUuid: kind === 'GOAL' ? objectUuid : null, measureUuid: kind === 'MEASURE' ? objectUuid : null,
    passage: isObject ? null : { blockId, quote: text.trim().slice(0, maxQuoteLength), before: '' },
  };
}

function PassageItem({ passage, sectionUuid, ...answering }: Answering & { passage: Passage; sectionUuid: string }) {
  const t = useText();
  const place = placeOf(sectionUuid, passage);
  if (passage.kind === 'HEADING') return <li className="kw-passage"><h3 className="kern-heading-small"><Original>{passage.text}</Original></h3></li>;
  return (
    <li className="kw-passage" data-kind={passage.kind}>
      {passage.kind === 'WORDS' ? null : <p className="kw-muted">{t(`participation.linked.kind.${passage.kind}`)}</p>}
      <p className="kw-words" lang="de" dir="auto">{passage.text}</p>
      <SaySomething key={placeKey(place)} place={place} name={firstWords(passage.text, 60)} {...answering} />
    </li>
  );
}

/** All of a field of action, loaded when somebody wants to read it. */
function Passages({ token, field, ...answering }: Answering & { token: string; field: Field }) {
  const t = useText();
  const { data, error, refetch } = useQuery(LinkedPassagesDocument, { variables: { token, field: field.uuid } });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={5} />;
  const passages = data.linkedConcept.field?.passages ?? [];
  if (passages.length === 0) return <p className="kw-muted">{t('participation.linked.no-text')}</p>;
  return <ul className="kw-passages">{passages.map((passage) => <PassageItem key={passage.blockId} passage={passage} sectionUuid={field.uuid} {...answering} />)}</ul>;
}

/** A field of action: its short version, an answer to it, and all of its text for who wants to read on. */
export function LinkedFieldSection({ token, field, ...answering }: Answering & { token: string; field: Field }) {
  const t = useText();
  const [isReading, setIsReading] = useState(false);
  const place: AnsweredPlace = { sectionUuid: field.uuid, goalUuid: null, measureUuid: null, passage: null, words: field.title };
  return (
    <Section title={field.title}>
      {field.shortVersion ? <p className="kw-words kw-short-version" lang="de" dir="auto">{field.shortVersion}</p> : <p className="kw-muted">{t('participation.linked.no-short-version')}</p>}
      <SaySomething place={place} name={field.title} {...answering} />
      <details className="kw-answer__more" onToggle={(event) => { if (event.currentTarget.open) setIsReading(true); }}>
        <summary>{t('participation.linked.read-on')}</summary>
        {isReading ? <Passages token={token} field={field} {...answering} /> : null}
      </details>
    </Section>
  );
}
