import { useQuery } from '@apollo/client/react';
import { ClaimMembershipDocument, DecideOwnClaimDocument, OrganisationDirectoryDocument, OwnClaimsDocument, useAction, useAllPages } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ComboBox, showToast, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

/** Lets people say that they belong to a further organisation; until somebody there confirms it, it is shown as said. */
export function ClaimMembership() {
  const t = useText();
  const { data: own } = useQuery(OwnClaimsDocument);
  const { data, fetchMore } = useQuery(OrganisationDirectoryDocument);
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  const action = useAction(ClaimMembershipDocument, 'claimMembership', ['OwnClaims']);
  const taking = useAction(DecideOwnClaimDocument, 'decideMembershipClaim', ['OwnClaims']);
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const claims = own?.viewer?.claims ?? [];
  const submit = async () => {
    if (organisationId === null || !(await action.run({ organisationId }))) return;
    setOrganisationId(null);
    showToast(t('identity.claim.said'));
  };
  return (
    <div className="kw-stack">
      {claims.length > 0 ? (
        <ul className="kw-rows">
          {claims.map((claim) => (
            <li key={claim.id}>
              <strong>{claim.organisation?.name}</strong>
              <span className="kw-button-group">
                <StatusTag tone="warning">{t('identity.claim.open')}</StatusTag>
                <Button size="small" isPending={taking.isPending} onPress={() => void taking.run({ claimId: claim.id, confirmed: false })}>{t('identity.claim.take-back')}<span className="kw-visually-hidden">: {claim.organisation?.name}</span></Button>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <ActionNotice action={taking} context="identity" />
      <ActionForm action={action} context="identity" fields={['organisationId']} onSubmit={() => void submit()}>
        <ComboBox label={t('identity.claim.label')} hint={t('identity.claim.hint')} options={data?.organisations.edges.map(({ node }) => ({ id: node.id, label: node.name })) ?? []} value={organisationId} onChange={setOrganisationId}
          error={problemAt(action.problems, 'organisationId', 'identity', t)} />
        <div className="kw-button-group"><Button type="submit" isDisabled={organisationId === null} isPending={action.isPending}>{t('identity.claim.submit')}</Button></div>
      </ActionForm>
    </div>
  );
}
