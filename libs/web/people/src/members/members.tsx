import { useQuery } from '@apollo/client/react';
import type { OrganisationMembersQuery } from '@konzeptwerkstatt/web-data';
import { DecideMembershipClaimDocument, OrganisationMembersDocument, RemoveMemberDocument, SetMembershipRoleDocument, useAction, WithdrawInvitationDocument } from '@konzeptwerkstatt/web-data';
import { ActionNotice, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { Button, ConfirmDialog, DataTable, EmptyState, Loading, Section, showToast, StatusTag, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { Administration } from './administration.js';
import { InvitePerson, type PrintedLetter } from './invite-person.js';
import { Letter } from './letter.js';
import { StatedGuests } from './stated-guests.js';

type People = NonNullable<OrganisationMembersQuery['organisation']>;
type Member = NonNullable<People['members']>[number];
type Invitation = NonNullable<People['invitations']>[number];
type Claim = NonNullable<People['claims']>[number];

const refetched = ['OrganisationMembers'];
/** Whoever takes the role from herself, or leaves, no longer sees how the organisation is reached. */
const refetchedWithRights = [...refetched, 'OrganisationPage'];

function Members({ members }: { members: readonly Member[] }) {
  const t = useText();
  const { day } = useLanguage();
  const setRole = useAction(SetMembershipRoleDocument, 'setMembershipRole', refetchedWithRights);
  const remove = useAction(RemoveMemberDocument, 'endMembership', refetchedWithRights);
  const [asked, setAsked] = useState<Member | null>(null);
  const switchRole = async ({ id, role }: Member) => {
    const next = role === 'ADMINISTRATOR' ? 'MEMBER' : 'ADMINISTRATOR';
    if (await setRole.run({ membershipId: id, role: next })) showToast(t(`people.members.now-${next}`));
  };
  const removeAsked = async () => {
    if (asked && (await remove.run({ membershipId: asked.id }))) showToast(t('people.members.removed', { name: asked.displayName }));
    setAsked(null);
  };
  const columns: Column<Member>[] = [
    { id: 'name', header: t('people.members.name'), isRowHeader: true, cell: ({ displayName }) => <bdi>{displayName}</bdi> },
    { id: 'email', header: t('people.entry.contact-email'), cell: ({ email }) => <bdi dir="ltr">{email}</bdi> },
    { id: 'role', header: t('people.members.role'), cell: ({ role }) => <StatusTag tone={role === 'ADMINISTRATOR' ? 'success' : 'info'}>{t(`people.role.${role}`)}</StatusTag> },
    { id: 'since', header: t('people.members.since'), cell: ({ since }) => day(since, 'medium') },
    {
      id: 'action', header: t('people.members.action'),
      cell: (member) => (
        <div className="kw-button-group">
          <Button size="small" onPress={() => void switchRole(member)}>{t(`people.members.make-${member.role === 'ADMINISTRATOR' ? 'MEMBER' : 'ADMINISTRATOR'}`)}<span className="kw-visually-hidden">: {member.displayName}</span></Button>
          <Button size="small" onPress={() => setAsked(member)}>{t('people.members.remove')}<span className="kw-visually-hidden">: {member.displayName}</span></Button>
        </div>
      ),
    },
  ];
  return (
    <>
      <ActionNotice action={setRole} context="people" />
      <ActionNotice action={remove} context="people" />
      <DataTable caption={t('people.members.title')} columns={columns} groups={[{ id: 'all', rows: members }]} rowId={({ id }) => id} empty={<EmptyState icon="people" title={t('people.members.empty')}>{t('people.members.empty-text')}</EmptyState>} />
      <ConfirmDialog isOpen={asked !== null} isDangerous isPending={remove.isPending} title={t('people.members.remove-title', { name: asked?.displayName ?? '' })} confirmLabel={t('people.members.remove')} onConfirm={() => void removeAsked()} onCancel={() => setAsked(null)}>
        <p>{t('people.members.remove-text')}</p>
      </ConfirmDialog>
    </>
  );
}

function Claims({ claims }: { claims: readonly Claim[] }) {
  const t = useText();
  const { day } = useLanguage();
  const action = useAction(DecideMembershipClaimDocument, 'decideMembershipClaim', refetched);
  if (claims.length === 0) return null;
  const decide = async (claim: Claim, confirmed: boolean) => {
    if (await action.run({ claimId: claim.id, confirmed })) showToast(t(confirmed ? 'people.claims.confirmed' : 'people.claims.declined', { name: claim.displayName }));
  };
  return (
    <Section title={t('people.claims.title')} description={t('people.claims.hint')}>
      <ActionNotice action={action} context="people" />
      <ul className="kw-rows">
        {claims.map((claim) => (
          <li key={claim.id}>
            <span><strong><bdi>{claim.displayName}</bdi></strong> <span className="kw-muted"><bdi dir="ltr">{claim.email}</bdi> · {t('people.claims.since', { day: day(claim.createdAt, 'medium') })}</span></span>
            <span className="kw-button-group">
              <StatusTag tone="warning">{t('people.claims.open')}</StatusTag>
              <Button size="small" isPending={action.isPending} onPress={() => void decide(claim, true)}>{t('people.claims.confirm')}<span className="kw-visually-hidden">: {claim.displayName}</span></Button>
              <Button size="small" isPending={action.isPending} onPress={() => void decide(claim, false)}>{t('people.claims.decline')}<span className="kw-visually-hidden">: {claim.displayName}</span></Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Invitations({ invitations, onInvite }: { invitations: readonly Invitation[]; onInvite: () => void }) {
  const t = useText();
  const { day, instant } = useLanguage();
  const action = useAction(WithdrawInvitationDocument, 'withdrawInvitation', refetched);
  const withdraw = async (invitation: Invitation) => {
    if (await action.run({ invitationId: invitation.id })) showToast(t('people.invitations.withdrawn'));
  };
  const isOver = ({ expiresAt }: Invitation) => new Date(expiresAt).getTime() <= Date.now();
  return (
    <Section title={t('people.invitations.title')} description={t('people.invitations.hint')} actions={<Button size="small" icon="add" onPress={onInvite}>{t('people.invitations.invite')}</Button>}>
      <ActionNotice action={action} context="people" />
      {invitations.length === 0 ? <p className="kw-muted">{t('people.invitations.empty')}</p> : (
        <ul className="kw-rows">
          {invitations.map((invitation) => (
            <li key={invitation.id}>
              <span><strong><bdi>{invitation.name}</bdi></strong> <span className="kw-muted">{invitation.email ? <bdi dir="ltr">{invitation.email}</bdi> : t('people.invitations.by-letter')} · {t(`people.role.${invitation.role}`)}</span></span>
              <span className="kw-button-group">
                {invitation.isUndelivered ? <StatusTag tone="danger">{t('people.invitations.undelivered')}</StatusTag> : null}
                {invitation.pausedUntil ? <StatusTag tone="warning">{t('people.invitations.paused', { until: instant(invitation.pausedUntil) })}</StatusTag> : null}
                <StatusTag tone={isOver(invitation) ? 'warning' : 'info'}>{isOver(invitation) ? t('people.invitations.over') : t('people.invitations.until', { day: day(invitation.expiresAt, 'medium') })}</StatusTag>
                <Button size="small" isPending={action.isPending} onPress={() => void withdraw(invitation)}>{t('people.invitations.withdraw')}<span className="kw-visually-hidden">: {invitation.name}</span></Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Who belongs to an organisation, who is invited, and who says so herself; for those who administer it. */
export function MembersOf({ uuid, organisationId, name, municipality, language }: { uuid: string; organisationId: string; name: string; municipality: string; language: string }) {
  const t = useText();
  const { data, error, refetch } = useQuery(OrganisationMembersDocument, { variables: { uuid }, fetchPolicy: 'cache-and-network' });
  const [isInviting, setIsInviting] = useState(false);
  const [letter, setLetter] = useState<PrintedLetter | null>(null);
  const people = data?.organisation;
  if (error && !data) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (!people) return <Loading lines={4} />;
  if (people.members === null) return null;
  return (
    <>
      {letter ? <Letter letter={letter} organisation={name} municipality={municipality} onClose={() => setLetter(null)} /> : null}
      <Claims claims={people.claims ?? []} />
      <StatedGuests organisationId={organisationId} guests={people.statedGuests ?? []} />
      <Section title={t('people.members.title')} description={t('people.members.hint')}><Members members={people.members} /></Section>
      {data.viewer?.mayAdminister && people.kind === 'ADMINISTRATION' ? <Administration members={people.members} /> : null}
      <Invitations invitations={people.invitations ?? []} onInvite={() => setIsInviting(true)} />
      {isInviting ? <InvitePerson organisationId={organisationId} language={language} onClose={() => setIsInviting(false)} onLetter={setLetter} /> : null}
    </>
  );
}
