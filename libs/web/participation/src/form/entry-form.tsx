import { useQuery } from '@apollo/client/react';
import type { ContributionWay } from '@konzeptwerkstatt/web-data';
import { AnswerChoicesDocument, EnterContributionDocument, useAction, useAllPages } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ComboBox, RadioGroup, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { textToSend } from '../mention/picked-mentions.js';
import { AttachmentField } from './attachment-field.js';
import { ContributionFields, maxTextLength } from './contribution-fields.js';
import type { FormPlace, SentContribution } from './contribution-form.js';
import { EntryAimField } from './entry-aim-field.js';
import type { EntryFacts } from './kept-draft.js';
import type { DraftState } from './use-draft.js';

const ways = ['LETTER', 'MAIL', 'PHONE', 'COMMITTEE'] as const satisfies readonly ContributionWay[];

interface FactsProps {
  entry: EntryFacts;
  change: (part: Partial<EntryFacts>) => void;
  problem: (field: string) => string | null;
}

/** From whom it is, how it came and when. */
function Sender({ entry, change, problem }: FactsProps) {
  const t = useText();
  const { data, fetchMore } = useQuery(AnswerChoicesDocument);
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  return (
    <>
      <RadioGroup<(typeof ways)[number]> label={t('participation.entry.way')} value={entry.way as (typeof ways)[number]} onChange={(way) => change({ way })} options={ways.map((id) => ({ id, label: t(`participation.way.${id}`) }))} />
      <TextField label={t('participation.entry.sender')} hint={t('participation.entry.sender-hint')} value={entry.sender} onChange={(sender) => change({ sender })} isRequired={entry.organisationId === null} dir="auto" error={problem('sender')} />
      <ComboBox label={t('participation.entry.organisation')} hint={t('participation.entry.organisation-hint')} optional options={data?.organisations.edges.map(({ node: { id, name } }) => ({ id, label: name })) ?? []} value={entry.organisationId} onChange={(organisationId) => change({ organisationId })} error={problem('organisationId')} />
      <TextField type="date" label={t('participation.entry.received')} optional value={entry.receivedOn} onChange={(receivedOn) => change({ receivedOn })} error={problem('receivedOn')} />
    </>
  );
}

/** The form with which the office enters what reached it by letter, mail, phone or from a committee. */
export function EntryForm({ place, state, onSent }: { place: FormPlace; state: DraftState; onSent: (sent: SentContribution) => void }) {
  const t = useText();
  const { draft, change, forget } = state;
  const { entry } = draft;
  const changeEntry = (part: Partial<EntryFacts>) => change({ entry: { ...entry, ...part } });
  const action = useAction(EnterContributionDocument, 'enterContribution', ['EditionContributions']);
  const [isKindMissing, setIsKindMissing] = useState(false);
  const problem = (field: string) => (field === 'kind' && isKindMissing && draft.kind === null ? t('participation.form.kind-missing') : problemAt(action.problems, field, 'participation', t));
  // Whoever comes from a place in the text means that place.
  const isPlaceOpen = place.sectionId === null;
  const { sectionId, goalId, measureId } = isPlaceOpen && entry.aim ? entry.aim : place;
  const submit = async () => {
    setIsKindMissing(draft.kind === null);
    if (draft.kind === null || draft.text.length > maxTextLength) return;
    const { kind, title, language, passage } = draft;
    const { way, sender, organisationId, receivedOn } = entry;
    const text = textToSend(draft.text, draft.mentions);
    const attachmentIds = draft.attachments.map(({ id }) => id);
    const replacement = kind === 'PROPOSAL' && passage ? draft.replacement ?? passage.quote : null;
    const payload = await action.run({ editionId: place.editionId, sectionId, goalId, measureId, kind, title: kind === 'NEW_MEASURE' ? title : null, text, language, passage, replacement, attachmentIds, way, sender, organisationId, receivedOn: receivedOn === '' ? null : receivedOn });
    if (!payload) return;
    forget();
    onSent({ uuid: payload.contribution?.uuid ?? null, isHeld: false, unreached: payload.unreached.map(({ name }) => name) });
  };
  return (
    <ActionForm action={action} context="participation" fields={['kind', 'title', 'text', 'replacement', 'language', 'attachmentIds', 'sender', 'organisationId', 'receivedOn', 'sectionId']} onSubmit={() => void submit()}>
      <Sender entry={entry} change={changeEntry} problem={problem} />
      {isPlaceOpen ? <EntryAimField editionUuid={place.editionUuid} aim={entry.aim} onChange={(aim) => changeEntry({ aim })} error={problem('sectionId')} /> : null}
      <ContributionFields place={place} draft={draft} change={change} problem={problem} />
      <AttachmentField files={draft.attachments} onChange={(attachments) => change({ attachments })} error={problem('attachmentIds')} />
      <div className="kw-button-group">
        <Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('participation.form.sending')}>{t('participation.entry.save')}</Button>
      </div>
    </ActionForm>
  );
}
