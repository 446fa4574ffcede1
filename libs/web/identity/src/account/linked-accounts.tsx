import { useQuery } from '@apollo/client/react';
import type { LinkedAccountsQuery } from '@konzeptwerkstatt/web-data';
import { LinkedAccountsDocument, StartIdentityLinkDocument, UnlinkExternalIdentityDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, LinkButton, Notice, Section, showToast, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { leaveTo } from '../session/device-copies.js';
import { returnProblemKey } from '../session/return-problem.js';

type Identity = NonNullable<LinkedAccountsQuery['viewer']>['externalIdentities'][number];

/** What became of the way to a provider and back, from which this page was opened. */
function ReturnNotice() {
  const t = useText();
  const [search] = useSearchParams();
  const problem = returnProblemKey(search.get('fehler'));
  if (problem !== null) return <Notice tone="danger" live title={t('identity.linked.not-linked')}>{t(problem)}</Notice>;
  return search.has('verbunden') ? <Notice tone="success" live title={t('identity.linked.done')} /> : null;
}

/** One linked account, and how to undo that. */
function LinkedRow({ identity, onUnlink }: { identity: Identity; onUnlink: () => void }) {
  const t = useText();
  const { day, ago } = useLanguage();
  return (
    <li>
      <span>
        <strong>{identity.label}</strong> · {identity.municipalityName}
        <br />
        <span className="kw-muted">{identity.lastSignInAt ? t('identity.linked.used', { ago: ago(identity.lastSignInAt) }) : t('identity.linked.since', { day: day(identity.linkedAt, 'medium') })}</span>
      </span>
      <Button size="small" onPress={onUnlink}>{t('identity.linked.unlink')}<span className="kw-visually-hidden">: {identity.label}</span></Button>
    </li>
  );
}

/** Accounts of other houses with which one signs in here; nothing where no municipality offers that. */
export function LinkedAccounts() {
  const t = useText();
  const { data } = useQuery(LinkedAccountsDocument, { fetchPolicy: 'cache-and-network' });
  const linking = useAction(StartIdentityLinkDocument, 'startIdentityLink');
  const unlinking = useAction(UnlinkExternalIdentityDocument, 'unlinkExternalIdentity', ['LinkedAccounts', 'Viewer']);
  const [asked, setAsked] = useState<Identity | null>(null);
  const identities = data?.viewer?.externalIdentities ?? [];
  // What is linked elsewhere is not shown to a session that a provider opened, so nothing is offered there either.
  const others = (data?.viewer?.isProviderSession === false ? data.signInProviders : []).filter(({ id }) => !identities.some(({ providerId }) => providerId === id));
  if (identities.length === 0 && others.length === 0) return null;
  const link = async (providerId: string) => {
    const payload = await linking.run({ providerId });
    if (payload?.url) leaveTo(payload.url);
  };
  const unlink = async () => {
    if (asked && (await unlinking.run({ identityId: asked.id }))) showToast(t('identity.linked.unlinked', { label: asked.label }));
    setAsked(null);
  };
  return (
    <Section title={t('identity.linked.title')} description={t('identity.linked.hint')}>
      <div className="kw-stack">
        <ReturnNotice />
        <ActionNotice action={linking} context="identity" />
        <ActionNotice action={unlinking} context="identity" />
        {data?.viewer?.hasPassword === false ? (
          <Notice title={t('identity.linked.no-password')} actions={<LinkButton size="small" href="/passwort-vergessen">{t('identity.forgotten.link')}</LinkButton>}>{t('identity.linked.no-password-text')}</Notice>
        ) : null}
        <ul className="kw-rows">
          {identities.map((identity) => <LinkedRow key={identity.id} identity={identity} onUnlink={() => setAsked(identity)} />)}
          {others.map(({ id, label, municipalityName }) => (
            <li key={id}>
              <span>{label} · {municipalityName}</span>
              <Button size="small" isPending={linking.isPending} onPress={() => void link(id)}>{t('identity.linked.link')}<span className="kw-visually-hidden">: {label}</span></Button>
            </li>
          ))}
        </ul>
      </div>
      <ConfirmDialog isOpen={asked !== null} isDangerous isPending={unlinking.isPending} title={t('identity.linked.unlink-title', { label: asked?.label ?? '' })} confirmLabel={t('identity.linked.unlink-confirm')} onConfirm={() => void unlink()} onCancel={() => setAsked(null)}>
        <p>{t('identity.linked.unlink-text')}</p>
      </ConfirmDialog>
    </Section>
  );
}
