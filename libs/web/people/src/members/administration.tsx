import type { OrganisationMembersQuery } from '@konzeptwerkstatt/web-data';
import { AppointAdministratorDocument, DismissAdministratorDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Section, showToast, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

type Member = NonNullable<NonNullable<OrganisationMembersQuery['organisation']>['members']>[number];

/** Who of an office administers the municipality; for those who do so themselves. */
export function Administration({ members }: { members: readonly Member[] }) {
  const t = useText();
  const appoint = useAction(AppointAdministratorDocument, 'appointAdministrator', ['OrganisationMembers']);
  const dismiss = useAction(DismissAdministratorDocument, 'dismissAdministrator', ['OrganisationMembers', 'Viewer']);
  const [asked, setAsked] = useState<Member | null>(null);
  const handOn = async ({ id, displayName }: Member) => {
    if (await appoint.run({ membershipId: id })) showToast(t('people.administration.appointed', { name: displayName }));
  };
  const dismissAsked = async () => {
    if (asked && (await dismiss.run({ membershipId: asked.id }))) showToast(t('people.administration.dismissed', { name: asked.displayName }));
    setAsked(null);
  };
  return (
    <Section title={t('people.administration.title')} description={t('people.administration.hint')}>
      <ActionNotice action={appoint} context="people" />
      <ActionNotice action={dismiss} context="people" />
      <ul className="kw-rows">
        {members.map((member) => (
          <li key={member.id}>
            <strong><bdi>{member.displayName}</bdi></strong>
            <span className="kw-button-group">
              {member.administersMunicipality ? <StatusTag tone="success">{t('people.administration.yes')}</StatusTag> : null}
              {member.administersMunicipality
                ? <Button size="small" onPress={() => setAsked(member)}>{t('people.administration.dismiss')}<span className="kw-visually-hidden">: {member.displayName}</span></Button>
                : <Button size="small" isPending={appoint.isPending} onPress={() => void handOn(member)}>{t('people.administration.appoint')}<span className="kw-visually-hidden">: {member.displayName}</span></Button>}
            </span>
          </li>
        ))}
      </ul>
      <ConfirmDialog isOpen={asked !== null} isDangerous isPending={dismiss.isPending} title={t('people.administration.dismiss-title', { name: asked?.displayName ?? '' })} confirmLabel={t('people.administration.dismiss')} onConfirm={() => void dismissAsked()} onCancel={() => setAsked(null)}>
        <p>{t('people.administration.dismiss-text')}</p>
      </ConfirmDialog>
    </Section>
  );
}
