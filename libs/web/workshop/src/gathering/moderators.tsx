import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { NameModeratorDocument, useAction, WithdrawModeratorDocument } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Original, Section, showToast, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

type Moderator = GatheringFactsFragment['moderators'][number];

function NameForm({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const action = useAction(NameModeratorDocument, 'nameModerator');
  const [email, setEmail] = useState('');
  const submit = async () => {
    if (!(await action.run({ gatheringId: gathering.id, personEmail: email }))) return;
    showToast(t('workshop.moderators.named'));
    setEmail('');
  };
  return (
    <ActionForm action={action} context="workshop" fields={['personEmail']} onSubmit={() => void submit()}>
      <TextField type="email" label={t('workshop.moderators.email')} hint={t('workshop.moderators.email-hint')} value={email} onChange={setEmail} isRequired error={problemAt(action.problems, 'personEmail', 'workshop', t)} />
      <div className="kw-button-group"><Button type="submit" icon="add" isPending={action.isPending} pendingText={t('workshop.form.pending')}>{t('workshop.moderators.name')}</Button></div>
    </ActionForm>
  );
}

/** Who runs the gathering beside the office, for those who plan it. */
export function Moderators({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const action = useAction(WithdrawModeratorDocument, 'withdrawModerator');
  const [asked, setAsked] = useState<Moderator | null>(null);
  const { moderators, mayPlan, state } = gathering;
  if (!mayPlan || (state === 'OVER' && moderators.length === 0)) return null;
  const nameOf = ({ name }: Moderator) => name ?? t('workshop.moderators.former');
  const withdraw = async () => {
    if (asked && (await action.run({ gatheringId: gathering.id, moderatorId: asked.id }))) showToast(t('workshop.moderators.withdrawn', { name: nameOf(asked) }));
    setAsked(null);
  };
  return (
    <Section title={t('workshop.moderators.title')} description={t('workshop.moderators.lead')}>
      <ActionNotice action={action} context="workshop" />
      {moderators.length === 0 ? null : (
        <ul className="kw-rows">
          {moderators.map((moderator) => (
            <li key={moderator.id}>
              <p><strong><Original>{nameOf(moderator)}</Original></strong></p>
              <Button size="small" icon="remove" onPress={() => setAsked(moderator)} aria-label={t('workshop.moderators.withdraw-named', { name: nameOf(moderator) })}>{t('workshop.moderators.withdraw')}</Button>
            </li>
          ))}
        </ul>
      )}
      {state === 'OVER' ? null : <NameForm gathering={gathering} />}
      <ConfirmDialog isOpen={asked !== null} onCancel={() => setAsked(null)} onConfirm={() => void withdraw()} isDangerous isPending={action.isPending} title={t('workshop.moderators.withdraw-title', { name: asked ? nameOf(asked) : '' })} confirmLabel={t('workshop.moderators.withdraw')}>{t('workshop.moderators.withdraw-text')}</ConfirmDialog>
    </Section>
  );
}
