import { useApolloClient, useQuery } from '@apollo/client/react';
import { LeaveOrganisationDocument, useAction, ViewerDocument } from '@konzeptwerkstatt/web-data';
import { ActionNotice, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Section, showToast, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { ClaimMembership } from './claim-membership.js';

interface Asked {
  readonly membershipId: string;
  readonly name: string;
}

/** Leaves an organisation, after a question. */
function useLeave() {
  const t = useText();
  const client = useApolloClient();
  const action = useAction(LeaveOrganisationDocument, 'endMembership');
  const [asked, setAsked] = useState<Asked | null>(null);
  const leave = async () => {
    const payload = asked && (await action.run({ membershipId: asked.membershipId }));
    if (payload) {
      showToast(t('identity.leave.done', { name: asked.name }));
      client.writeQuery({ query: ViewerDocument, data: { viewer: payload.viewer } });
    }
    setAsked(null);
  };
  const question = (
    <ConfirmDialog isOpen={asked !== null} isDangerous isPending={action.isPending} title={t('identity.leave.title', { name: asked?.name ?? '' })} confirmLabel={t('identity.leave.confirm')} onConfirm={() => void leave()} onCancel={() => setAsked(null)}>
      <p>{t('identity.leave.text')}</p>
    </ConfirmDialog>
  );
  return { action, ask: setAsked, question };
}

/** For whom one may act, for whom one does, and how that begins and ends. */
export function MyOrganisations() {
  const t = useText();
  const session = useShellSession();
  const { data } = useQuery(ViewerDocument);
  const [pendingId, setPendingId] = useState<string | null>(null);
  const { action, ask, question } = useLeave();
  if (session.status !== 'signed-in') return null;
  const membershipOf = (organisationId: string) => data?.viewer?.memberships.find(({ organisation }) => organisation.id === organisationId)?.id;
  const switchTo = async (id: string) => {
    setPendingId(id);
    await session.switchOrganisation(id);
    setPendingId(null);
  };
  return (
    <Section title={t('identity.organisations.mine')} description={t('identity.organisations.mine-hint')}>
      <ActionNotice action={action} context="identity" />
      <ul className="kw-rows">
        {session.organisations.map((organisation) => {
          const membershipId = membershipOf(organisation.id);
          return (
            <li key={organisation.id}>
              <span>
                <strong>{organisation.name}</strong>
                {organisation.role ? <span className="kw-muted"> · {organisation.role}</span> : null}
              </span>
              <span className="kw-button-group">
                {organisation.id === session.actingOrganisationId ? (
                  <StatusTag tone="success">{t('identity.organisations.current')}</StatusTag>
                ) : (
                  <Button size="small" isPending={pendingId === organisation.id} onPress={() => void switchTo(organisation.id)}>
                    {t('identity.organisations.act')}<span className="kw-visually-hidden">: {organisation.name}</span>
                  </Button>
                )}
                {membershipId ? <Button size="small" onPress={() => ask({ membershipId, name: organisation.name })}>{t('identity.leave.button')}<span className="kw-visually-hidden">: {organisation.name}</span></Button> : null}
              </span>
            </li>
          );
        })}
      </ul>
      {question}
      <ClaimMembership />
    </Section>
  );
}
