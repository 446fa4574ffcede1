import type { InstallationQuery } from '@konzeptwerkstatt/web-data';
import { AppointInstallationOperatorDocument, DismissInstallationOperatorDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Section, showToast, StatusTag, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';

type Operator = NonNullable<NonNullable<InstallationQuery['viewer']>['installation']>['operators'][number];

const refetched = ['Installation'];

function Appoint() {
  const t = useText();
  const action = useAction(AppointInstallationOperatorDocument, 'appointInstallationOperator', refetched);
  const [email, setEmail] = useState('');
  const submit = async () => {
    if (!(await action.run({ email }))) return;
    showToast(t('municipality.operators.appointed', { email }));
    setEmail('');
  };
  return (
    <ActionForm action={action} context="municipality" fields={['email']} onSubmit={() => void submit()}>
      <TextField type="email" label={t('municipality.operators.email')} hint={t('municipality.operators.email-hint')} value={email} onChange={setEmail} autoComplete="off" isRequired error={problemAt(action.problems, 'email', 'municipality', t)} />
      <div className="kw-button-group"><Button type="submit" isPending={action.isPending} pendingText={t('municipality.form.saving')}>{t('municipality.operators.appoint')}</Button></div>
    </ActionForm>
  );
}

/** Who runs the installation; handed on to other accounts, and taken back from all but the last. */
export function InstallationOperators({ operators }: { operators: readonly Operator[] }) {
  const t = useText();
  const navigate = useNavigate();
  const action = useAction(DismissInstallationOperatorDocument, 'dismissInstallationOperator', refetched);
  const [asked, setAsked] = useState<Operator | null>(null);
  const dismiss = async ({ id, displayName, isViewer }: Operator) => {
    const payload = await action.run({ operatorId: id });
    setAsked(null);
    if (!payload) return;
    showToast(t('municipality.operators.dismissed', { name: displayName }));
    if (isViewer) void navigate('/');
  };
  return (
    <Section title={t('municipality.operators.title')} description={t('municipality.operators.lead')}>
      <ActionNotice action={action} context="municipality" />
      <ul className="kw-plain-list">
        {operators.map((operator) => (
          <li key={operator.id} className="kw-installed">
            <div><strong><bdi>{operator.displayName}</bdi></strong> {operator.isViewer ? <StatusTag>{t('municipality.operators.you')}</StatusTag> : null}<p className="kw-muted"><bdi dir="ltr">{operator.email}</bdi></p></div>
            {operators.length > 1 ? <Button size="small" onPress={() => setAsked(operator)}>{t('municipality.operators.dismiss')}<span className="kw-visually-hidden">: {operator.displayName}</span></Button> : null}
          </li>
        ))}
      </ul>
      <Appoint />
      {asked ? (
        <ConfirmDialog isOpen isDangerous isPending={action.isPending} title={t('municipality.operators.dismiss-title', { name: asked.displayName })} confirmLabel={t('municipality.operators.dismiss')} onCancel={() => setAsked(null)} onConfirm={() => void dismiss(asked)}>
          <p>{t(asked.isViewer ? 'municipality.operators.dismiss-own' : 'municipality.operators.dismiss-text')}</p>
        </ConfirmDialog>
      ) : null}
    </Section>
  );
}
