import { useQuery } from '@apollo/client/react';
import type { SignInProvidersQuery } from '@konzeptwerkstatt/web-data';
import { SignInProvidersDocument, StartProviderSignInDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ComboBox, Section, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { leaveTo } from '../session/device-copies.js';

type Provider = SignInProvidersQuery['signInProviders'][number];

/** With more than so many one looks for one's municipality by its name. */
const mostButtons = 6;

/** Many municipalities: first one's own, then the button. */
function Chooser({ providers, isPending, onStart }: { providers: readonly Provider[]; isPending: boolean; onStart: (id: string) => void }) {
  const t = useText();
  const [id, setId] = useState<string | null>(null);
  const options = providers.map((provider) => ({ id: provider.id, label: t('identity.provider.option', { municipality: provider.municipalityName, label: provider.label }) }));
  return (
    <div className="kw-form">
      <ComboBox label={t('identity.provider.choose')} options={options} value={id} onChange={setId} />
      <div className="kw-button-group"><Button isDisabled={id === null} isPending={isPending} onPress={() => id !== null && onStart(id)}>{t('identity.provider.go')}</Button></div>
    </div>
  );
}

/** The ways to sign in with an account of one's own house; nothing where no municipality offers one, or while that is not known. */
export function ProviderSignIn({ returnPath }: { returnPath: string }) {
  const t = useText();
  const { data } = useQuery(SignInProvidersDocument);
  const action = useAction(StartProviderSignInDocument, 'startProviderSignIn');
  const providers = data?.signInProviders ?? [];
  if (providers.length === 0) return null;
  const start = async (providerId: string) => {
    const payload = await action.run({ providerId, returnPath });
    if (payload?.url) leaveTo(payload.url);
  };
  return (
    <Section title={t('identity.provider.title')} description={t('identity.provider.hint')}>
      <ActionNotice action={action} context="identity" />
      {providers.length > mostButtons ? <Chooser providers={providers} isPending={action.isPending} onStart={(id) => void start(id)} /> : (
        <ul className="kw-rows">
          {providers.map(({ id, label, municipalityName }) => (
            <li key={id}>
              <span>{municipalityName}</span>
              <Button isPending={action.isPending} onPress={() => void start(id)}>{t('identity.provider.button', { label })}</Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
