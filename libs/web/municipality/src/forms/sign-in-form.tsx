import type { SignInConfigurationFactsFragment } from '@konzeptwerkstatt/web-data';
import { SetSignInProviderDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, showToast, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { SignInRules, type RuleDraft } from './sign-in-rules.js';

type Settings = NonNullable<SignInConfigurationFactsFragment['settings']>;

/** What is typed. */
interface SignInDraft {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly label: string;
  readonly groupsClaim: string;
  /** One group a line. */
  readonly requiredGroups: string;
  readonly createsAccounts: boolean;
  readonly isEnabled: boolean;
  readonly rules: readonly RuleDraft[];
}

const empty: SignInDraft = { issuer: '', clientId: '', clientSecret: '', label: '', groupsClaim: '', requiredGroups: '', createsAccounts: false, isEnabled: true, rules: [] };
const fields = ['issuer', 'clientId', 'clientSecret', 'label', 'groupsClaim', 'requiredGroups', 'rules'] as const;

function draftOf(settings: Settings | null): SignInDraft {
  if (!settings) return empty;
  const { issuer, clientId, label, groupsClaim, requiredGroups, createsAccounts, isEnabled, rules } = settings;
  return { issuer, clientId, clientSecret: '', label, groupsClaim: groupsClaim ?? '', requiredGroups: requiredGroups.join('\n'), createsAccounts, isEnabled, rules: rules.map(({ group, organisationId, role }) => ({ group, organisationId, role })) };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** How people sign in: the provider, its button, and what its groups give. */
export function SignInForm({ settings }: { settings: Settings | null }) {
  const t = useText();
  const action = useAction(SetSignInProviderDocument, 'setSignInProvider', ['SignInSettings']);
  const [draft, setDraft] = useState(() => draftOf(settings));
  const set = (change: Partial<SignInDraft>) => setDraft({ ...draft, ...change });
  const error = (field: (typeof fields)[number]) => problemAt(action.problems, field, 'municipality', t);
  const submit = async () => {
    const rules = draft.rules.map(({ group, organisationId, role }) => ({ group, organisationId: organisationId ?? '', role }));
    const input = { ...draft, clientSecret: orNull(draft.clientSecret), groupsClaim: orNull(draft.groupsClaim), requiredGroups: draft.requiredGroups.split('\n'), rules };
    if (!(await action.run(input))) return;
    set({ clientSecret: '' });
    showToast(t('municipality.form.saved'));
  };
  return (
    <ActionForm action={action} context="municipality" fields={fields} onSubmit={() => void submit()}>
      <TextField name="issuer" inputMode="url" autoComplete="off" label={t('municipality.sign-in.issuer')} hint={t('municipality.sign-in.issuer-hint')} value={draft.issuer} onChange={(issuer) => set({ issuer })} isRequired error={error('issuer')} />
      <TextField name="client-id" autoComplete="off" label={t('municipality.sign-in.client-id')} value={draft.clientId} onChange={(clientId) => set({ clientId })} isRequired error={error('clientId')} />
      <TextField name="client-secret" type="password" autoComplete="off" label={t('municipality.sign-in.secret')} hint={t(settings ? 'municipality.sign-in.secret-kept' : 'municipality.sign-in.secret-hint')} value={draft.clientSecret}
        onChange={(clientSecret) => set({ clientSecret })} isRequired={!settings} error={error('clientSecret')} />
      <TextField name="label" autoComplete="off" label={t('municipality.sign-in.label')} hint={t('municipality.sign-in.label-hint')} value={draft.label} onChange={(label) => set({ label })} isRequired error={error('label')} />
      <TextField name="groups-claim" autoComplete="off" label={t('municipality.sign-in.claim')} hint={t('municipality.sign-in.claim-hint')} value={draft.groupsClaim} onChange={(groupsClaim) => set({ groupsClaim })} error={error('groupsClaim')} />
      <TextArea name="required-groups" label={t('municipality.sign-in.required')} hint={t('municipality.sign-in.required-hint')} value={draft.requiredGroups} onChange={(requiredGroups) => set({ requiredGroups })} error={error('requiredGroups')} />
      <SignInRules rules={draft.rules} onChange={(rules) => set({ rules })} error={error('rules')} />
      <Checkbox isSelected={draft.createsAccounts} onChange={(createsAccounts) => set({ createsAccounts })}>{t('municipality.sign-in.creates')}</Checkbox>
      <p className="kw-muted">{t('municipality.sign-in.creates-hint')}</p>
      <Checkbox isSelected={draft.isEnabled} onChange={(isEnabled) => set({ isEnabled })}>{t('municipality.sign-in.enabled')}</Checkbox>
      <p className="kw-muted">{t('municipality.sign-in.enabled-hint')}</p>
      <div className="kw-button-group"><Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('municipality.sign-in.checking')}>{t('municipality.form.save')}</Button></div>
    </ActionForm>
  );
}
