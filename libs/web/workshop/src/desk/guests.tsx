import type { DeskPeopleQuery, GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { AttendanceChoicesDocument, BlockGuestDocument, ConfirmGuestOrganisationDocument, UnblockGuestDocument, useAction, useAllPages } from '@konzeptwerkstatt/web-data';
import { useQuery } from '@apollo/client/react';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, EmptyState, Original, Section, Select, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { ReasonDialog } from './card-actions.js';

type Guest = NonNullable<DeskPeopleQuery['gathering']>['guests'][number];

function ConfirmDialog({ guest, onClose }: { guest: Guest; onClose: () => void }) {
  const t = useText();
  const action = useAction(ConfirmGuestOrganisationDocument, 'confirmGuestOrganisation', ['DeskPeople', 'Wall']);
  const { data, fetchMore } = useQuery(AttendanceChoicesDocument);
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  const options = data?.organisations.edges.map(({ node }) => ({ id: node.id, label: node.name })) ?? [];
  const stated = (guest.statedOrganisation ?? '').toLowerCase();
  const [chosen, setChosen] = useState<string | null>(guest.organisation?.id ?? null);
  const value = chosen ?? options.find(({ label }) => label.toLowerCase() === stated)?.id ?? '';
  const save = async () => { if (await action.run({ guestId: guest.id, organisationId: value === '' ? null : value })) onClose(); };
  const footer = <><Button onPress={onClose}>{t('workshop.form.cancel')}</Button><Button variant="primary" onPress={() => void save()} isPending={action.isPending}>{t('workshop.guests.confirm')}</Button></>;
  return (
    <Dialog title={t('workshop.guests.confirm-title', { name: guest.pseudonym })} isOpen onClose={onClose} footer={footer}>
      <div className="kw-form">
        <ActionNotice action={action} context="workshop" />
        <p>{t('workshop.guests.confirm-lead')}</p>
        {guest.statedOrganisation ? <p>{t('workshop.guests.stated', { name: guest.statedOrganisation })}</p> : null}
        <Select label={t('workshop.guests.organisation')} options={[{ id: '', label: t('workshop.guests.none') }, ...options]} value={value} onChange={(id) => setChosen(id ?? '')} />
      </div>
    </Dialog>
  );
}

function GuestRow({ guest }: { guest: Guest }) {
  const t = useText();
  const block = useAction(BlockGuestDocument, 'blockGuest', ['DeskPeople']);
  const unblock = useAction(UnblockGuestDocument, 'unblockGuest', ['DeskPeople']);
  const [shown, setShown] = useState<'confirm' | 'block' | null>(null);
  const doBlock = async (reason: string) => { if (await block.run({ guestId: guest.id, reason })) setShown(null); };
  return (
    <li>
      <div>
        <p><strong><Original>{guest.pseudonym}</Original></strong></p>
        {guest.organisation ? <p><Original>{guest.organisation.name}</Original></p> : guest.statedOrganisation ? <p className="kw-muted">{t('workshop.guests.stated', { name: guest.statedOrganisation })}</p> : null}
        {guest.blockedReason ? <StatusTag tone="danger">{t('workshop.guests.blocked', { reason: guest.blockedReason })}</StatusTag> : null}
      </div>
      <div className="kw-cluster">
        <Button size="small" onPress={() => setShown('confirm')} aria-label={t('workshop.guests.confirm-named', { name: guest.pseudonym })}>{t('workshop.guests.organisation')}</Button>
        {guest.blockedReason === null
          ? <Button size="small" icon="danger" onPress={() => setShown('block')} aria-label={t('workshop.block.named', { name: guest.pseudonym })}>{t('workshop.block.button')}</Button>
          : <Button size="small" icon="undo" onPress={() => void unblock.run({ guestId: guest.id })} aria-label={t('workshop.block.undo-named', { name: guest.pseudonym })}>{t('workshop.block.undo')}</Button>}
        <ActionNotice action={unblock} context="workshop" />
        {shown === 'confirm' ? <ConfirmDialog guest={guest} onClose={() => setShown(null)} /> : null}
        {shown === 'block' ? <ReasonDialog title={t('workshop.block.title', { name: guest.pseudonym })} lead={t('workshop.block.lead')} label={t('workshop.hide.reason')} submit={t('workshop.block.button')} action={block} onSubmit={(reason) => void doBlock(reason)} onClose={() => setShown(null)} /> : null}
      </div>
    </li>
  );
}

/** Who takes part without an account, for those who run the gathering. */
export function Guests({ gathering, guests }: { gathering: GatheringFactsFragment; guests: readonly Guest[] }) {
  const t = useText();
  if (!gathering.welcomesGuests) return null;
  return (
    <Section title={t('workshop.guests.title', { count: guests.length })} description={t('workshop.guests.lead')}>
      {guests.length === 0 ? <EmptyState icon="people" title={t('workshop.guests.empty')} /> : <ul className="kw-rows">{guests.map((guest) => <GuestRow key={guest.id} guest={guest} />)}</ul>}
    </Section>
  );
}
