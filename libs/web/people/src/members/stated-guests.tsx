import type { OrganisationMembersQuery } from '@konzeptwerkstatt/web-data';
import { ConfirmStatedGuestDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Original, Section, showToast, useLanguage, useText } from '@konzeptwerkstatt/web-ui';

type StatedGuest = NonNullable<NonNullable<OrganisationMembersQuery['organisation']>['statedGuests']>[number];

/** Guests of workshops who say they come from the organisation; what they write counts for it once it says yes. */
export function StatedGuests({ organisationId, guests }: { organisationId: string; guests: readonly StatedGuest[] }) {
  const t = useText();
  const { day } = useLanguage();
  const action = useAction(ConfirmStatedGuestDocument, 'confirmGuestOrganisation', ['OrganisationMembers']);
  if (guests.length === 0) return null;
  const confirm = async ({ id, pseudonym }: StatedGuest) => { if (await action.run({ guestId: id, organisationId })) showToast(t('people.guests.confirmed', { name: pseudonym })); };
  return (
    <Section title={t('people.guests.title')} description={t('people.guests.hint')}>
      <ActionNotice action={action} context="people" />
      <ul className="kw-rows">
        {guests.map((guest) => (
          <li key={guest.id}>
            <span>
              <strong><Original>{guest.pseudonym}</Original></strong> <span className="kw-muted">{t('people.guests.stated', { name: guest.statedOrganisation ?? '' })}</span>
              {guest.gathering ? <span className="kw-muted"> · <Original>{guest.gathering.title}</Original>, {day(guest.gathering.startsAt, 'medium')}</span> : null}
            </span>
            <Button size="small" isPending={action.isPending} onPress={() => void confirm(guest)}>{t('people.guests.confirm')}<span className="kw-visually-hidden">: {guest.pseudonym}</span></Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
