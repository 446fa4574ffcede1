import type { ContributionKind } from '@konzeptwerkstatt/web-data';
import { Button, Notice, RadioGroup, Select, TextArea, TextField, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { languageName, textLanguages } from '../../form/text-languages.js';
import { keepAnswer, keptAnswer } from './kept-answers.js';
import type { AnswerDraft, AnsweredPlace } from './kept-answers.js';

/** Longer texts are refused by the server; told while typing. */
const maxLength = 20_000;
const maxSenderLength = 120;
const kinds = ['PROPOSAL', 'SUPPORT', 'OBJECTION', 'QUESTION'] as const satisfies readonly ContributionKind[];

export interface AnsweredLink {
  readonly uuid: string;
  readonly needsRelease: boolean;
  readonly municipalityName: string;
}

/** Says beside the button who will see what is sent, before it is sent. */
function WhoSeesIt({ link, sender }: { link: AnsweredLink; sender: string }) {
  const t = useText();
  const { municipalityName: municipality } = link;
  return (
    <div className="kw-who-sees">
      <h3 className="kern-heading-small">{t('participation.sees.title')}</h3>
      <ul>
        <li>{t(link.needsRelease ? 'participation.linked.sees-release' : 'participation.linked.sees-at-once', { municipality })}</li>
        <li>{t(sender.trim() === '' ? 'participation.linked.sees-nobody' : 'participation.linked.sees-name', { municipality, name: sender.trim() })}</li>
        <li>{t('participation.sees.withdraw')}</li>
      </ul>
    </div>
  );
}

/** One big field; everything else has a usual answer. What is typed is kept on this device until it is sent. */
export function AnswerForm({ link, place, onSend, onClose }: { link: AnsweredLink; place: AnsweredPlace; onSend: (draft: AnswerDraft) => void; onClose: () => void }) {
  const t = useText();
  const { tag } = useLanguage();
  const [draft, setDraft] = useState<AnswerDraft>(() => keptAnswer(link.uuid, place) ?? { kind: 'PROPOSAL', text: '', language: tag, sender: '' });
  const [isKept, setIsKept] = useState(true);
  const [isTried, setIsTried] = useState(false);
  const change = (part: Partial<AnswerDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setIsTried(false);
    setIsKept(keepAnswer(link.uuid, place, next));
  };
  const isTooLong = draft.text.length > maxLength;
  const isEmpty = draft.text.trim() === '' && draft.kind !== 'SUPPORT';
  const submit = () => {
    setIsTried(true);
    if (isTooLong || isEmpty) return;
    keepAnswer(link.uuid, place, null);
    onSend(draft);
  };
  return (
    <form className="kw-form kw-answer" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <RadioGroup<(typeof kinds)[number]> label={t('participation.form.kind')} value={draft.kind as (typeof kinds)[number]} onChange={(kind) => change({ kind })} options={kinds.map((id) => ({ id, label: t(`participation.kind.${id}`) }))} />
      <TextArea label={t('participation.form.text')} rows={5} value={draft.text} onChange={(text) => change({ text })} lang={draft.language} dir="auto"
        error={isTooLong ? t('participation.form.too-long', { count: draft.text.length }) : isTried && isEmpty ? t('participation.error.TEXT_REQUIRED') : null} />
      <TextField label={t('participation.linked.sender')} hint={t('participation.linked.sender-hint')} optional value={draft.sender} onChange={(sender) => change({ sender })} maxLength={maxSenderLength} dir="auto" autoComplete="off" />
      <details className="kw-answer__more">
        <summary>{t('participation.linked.language', { language: languageName(draft.language) })}</summary>
        <Select label={t('participation.form.language')} options={textLanguages} value={draft.language} onChange={(language) => language && change({ language })} />
      </details>
      <WhoSeesIt link={link} sender={draft.sender} />
      <p className="kw-muted" role="status">{t(isKept ? 'participation.form.kept' : 'participation.form.not-kept')}</p>
      {isKept ? null : <Notice tone="warning" title={t('participation.linked.not-kept')} />}
      <div className="kw-button-group">
        <Button variant="primary" type="submit">{t('participation.form.send')}</Button>
        <Button onPress={onClose}>{t('participation.linked.close')}</Button>
      </div>
    </form>
  );
}
