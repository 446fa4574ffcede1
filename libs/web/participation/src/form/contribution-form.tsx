import type { ContributePageQuery } from '@konzeptwerkstatt/web-data';
import { requestFailure, SubmitContributionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Notice, RadioGroup, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { textToSend } from '../mention/picked-mentions.js';
import { AttachmentField } from './attachment-field.js';
import { ContributionFields, maxTextLength } from './contribution-fields.js';
import type { DraftState } from './use-draft.js';
import { WhoSeesIt } from './who-sees-it.js';

export type ContributeData = ContributePageQuery;

/** What is said something about. Ids of the API. */
export interface FormPlace {
  readonly editionId: string;
  readonly sectionId: string | null;
  readonly goalId: string | null;
  readonly measureId: string | null;
  /** Raw ids, for who can be mentioned. */
  readonly editionUuid: string;
  readonly sectionUuid: string | null;
}

/** What was sent. */
export interface SentContribution {
  readonly uuid: string | null;
  readonly isHeld: boolean;
  /** Names of the mentioned who may not read it. */
  readonly unreached: readonly string[];
}

/** Whether it was refused because the time is over or the role is gone. */
const isRightGone = (failure: unknown): boolean => Boolean(failure) && ['FORBIDDEN', 'NOT_FOUND'].includes(requestFailure(failure).code);

/** Says that the right is gone, and that the words are not. */
function RightGone({ isKept }: { isKept: boolean }) {
  const t = useText();
  return <Notice tone="warning" live title={t('participation.form.right-gone')}>{t(isKept ? 'participation.form.right-gone-kept' : 'participation.form.right-gone-copy')}</Notice>;
}

/** The form with which somebody who takes part says something. */
export function ContributionForm({ place, viewer, state, onSent }: { place: FormPlace; viewer: NonNullable<ContributeData['viewer']>; state: DraftState; onSent: (sent: SentContribution) => void }) {
  const t = useText();
  const { draft, change, isKept, forget } = state;
  const action = useAction(SubmitContributionDocument, 'submitContribution', ['OwnContributions', 'EditionContributions']);
  const [isKindMissing, setIsKindMissing] = useState(false);
  const { actingOrganisation } = viewer;
  const { editionId, sectionId, goalId, measureId } = place;
  const problem = (field: string) => (field === 'kind' && isKindMissing && draft.kind === null ? t('participation.form.kind-missing') : problemAt(action.problems, field, 'participation', t));
  const submit = async () => {
    setIsKindMissing(draft.kind === null);
    if (draft.kind === null || draft.text.length > maxTextLength) return;
    const { kind, title, language, isForOrganisation, passage } = draft;
    const text = textToSend(draft.text, draft.mentions);
    const attachmentIds = draft.attachments.map(({ id }) => id);
    const replacement = kind === 'PROPOSAL' && passage ? draft.replacement ?? passage.quote : null;
    const payload = await action.run({ editionId, sectionId, goalId, measureId, kind, title: kind === 'NEW_MEASURE' ? title : null, text, language, isForOrganisation, passage, replacement, attachmentIds });
    if (!payload) return;
    forget();
    onSent({ uuid: payload.contribution?.uuid ?? null, isHeld: payload.contribution?.state === 'HELD', unreached: payload.unreached.map(({ name }) => name) });
  };
  const isGone = isRightGone(action.failure);
  const isHeld = draft.isForOrganisation && actingOrganisation.releasesContributions === true;
  return (
    <ActionForm action={isGone ? { ...action, failure: null } : action} context="participation" fields={['kind', 'title', 'text', 'replacement', 'language', 'attachmentIds']} onSubmit={() => void submit()}>
      <ContributionFields place={place} draft={draft} change={change} problem={problem} />
      <AttachmentField files={draft.attachments} onChange={(attachments) => change({ attachments })} error={problem('attachmentIds')} />
      <RadioGroup<'organisation' | 'oneself'> label={t('participation.form.for')} value={draft.isForOrganisation ? 'organisation' : 'oneself'} onChange={(chosen) => change({ isForOrganisation: chosen === 'organisation' })}
        options={[{ id: 'organisation', label: t('participation.form.for-organisation', { organisation: actingOrganisation.name }) }, { id: 'oneself', label: t('participation.form.for-oneself') }]} />
      <WhoSeesIt organisation={draft.isForOrganisation ? actingOrganisation.name : null} isHeld={isHeld} />
      {isGone ? <RightGone isKept={isKept} /> : null}
      <p className="kw-muted" role="status">{t(isKept ? 'participation.form.kept' : 'participation.form.not-kept')}</p>
      <div className="kw-button-group">
        <Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('participation.form.sending')}>{t('participation.form.send')}</Button>
      </div>
    </ActionForm>
  );
}
