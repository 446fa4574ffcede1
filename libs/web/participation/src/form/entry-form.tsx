import type { ContributionWay } from '@konzeptwerkstatt/web-data';
import { EnterContributionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, RadioGroup, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { textToSend } from '../mention/picked-mentions.js';
import { AttachmentField } from './attachment-field.js';
import { ContributionFields, maxTextLength } from './contribution-fields.js';
import type { FormPlace, SentContribution } from './contribution-form.js';
import type { DraftState } from './use-draft.js';

const ways = ['LETTER', 'MAIL', 'PHONE', 'COMMITTEE'] as const satisfies readonly ContributionWay[];

/** The form with which the office enters what reached it by letter, mail, phone or from a committee. */
export function EntryForm({ place, state, onSent }: { place: FormPlace; state: DraftState; onSent: (sent: SentContribution) => void }) {
  const t = useText();
  const { draft, change, forget } = state;
  const { editionId, sectionId, goalId, measureId } = place;
  const action = useAction(EnterContributionDocument, 'enterContribution', ['EditionContributions']);
  const [way, setWay] = useState<(typeof ways)[number]>('LETTER');
  const [sender, setSender] = useState('');
  const [isKindMissing, setIsKindMissing] = useState(false);
  const problem = (field: string) => (field === 'kind' && isKindMissing ? t('participation.form.kind-missing') : problemAt(action.problems, field, 'participation', t));
  const submit = async () => {
    setIsKindMissing(draft.kind === null);
    if (draft.kind === null || draft.text.length > maxTextLength) return;
    const { kind, title, language, passage } = draft;
    const text = textToSend(draft.text, draft.mentions);
    const attachmentIds = draft.attachments.map(({ id }) => id);
    const replacement = kind === 'PROPOSAL' && passage ? draft.replacement ?? passage.quote : null;
    const payload = await action.run({ editionId, sectionId, goalId, measureId, kind, title: kind === 'NEW_MEASURE' ? title : null, text, language, passage, replacement, attachmentIds, way, sender });
    if (!payload) return;
    forget();
    onSent({ uuid: payload.contribution?.uuid ?? null, isHeld: false, unreached: payload.unreached.map(({ name }) => name) });
  };
  return (
    <ActionForm action={action} context="participation" fields={['kind', 'title', 'text', 'replacement', 'language', 'attachmentIds', 'sender']} onSubmit={() => void submit()}>
      <RadioGroup<(typeof ways)[number]> label={t('participation.entry.way')} value={way} onChange={setWay} options={ways.map((id) => ({ id, label: t(`participation.way.${id}`) }))} />
      <TextField label={t('participation.entry.sender')} hint={t('participation.entry.sender-hint')} value={sender} onChange={setSender} isRequired error={problem('sender')} />
      <ContributionFields place={place} draft={draft} change={change} problem={problem} />
      <AttachmentField files={draft.attachments} onChange={(attachments) => change({ attachments })} error={problem('attachmentIds')} />
      <div className="kw-button-group">
        <Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('participation.form.sending')}>{t('participation.entry.save')}</Button>
      </div>
    </ActionForm>
  );
}
