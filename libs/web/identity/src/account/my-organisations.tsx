import { useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

/** For whom one may act, and for whom one does. */
export function MyOrganisations() {
  const t = useText();
  const session = useShellSession();
  const [pendingId, setPendingId] = useState<string | null>(null);
  if (session.status !== 'signed-in') return null;
  const switchTo = async (id: string) => {
    setPendingId(id);
    await session.switchOrganisation(id);
    setPendingId(null);
  };
  return (
    <Section title={t('identity.organisations.mine')} description={t('identity.organisations.mine-hint')}>
      <ul className="kw-rows">
        {session.organisations.map((organisation) => (
          <li key={organisation.id}>
            <span>
              <strong>{organisation.name}</strong>
              {organisation.role ? <span className="kw-muted"> · {organisation.role}</span> : null}
            </span>
            {organisation.id === session.actingOrganisationId ? (
              <StatusTag tone="success">{t('identity.organisations.current')}</StatusTag>
            ) : (
              <Button size="small" isPending={pendingId === organisation.id} onPress={() => void switchTo(organisation.id)}>
                {t('identity.organisations.act')}<span className="kw-visually-hidden">: {organisation.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
