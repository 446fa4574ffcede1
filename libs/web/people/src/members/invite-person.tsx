import type { InvitationWay, MembershipRole } from '@konzeptwerkstatt/web-data';
import { InvitePersonDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt, useSendsMails } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, RadioGroup, Select, showToast, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { entryLanguages } from '../organisation/entry-form.js';

const formId = 'person-einladen';
type Language = (typeof entryLanguages)[number];

/** A letter as it is printed: its address is told this once. */
export interface PrintedLetter {
  readonly name: string;
  readonly address: string;
  /** Of whoever gets it; the letter is in it as a mail would be. */
  readonly language: string;
}

/** Asks whom to invite, and how. */
export function InvitePerson({ organisationId, language: usual, onClose, onLetter }: { organisationId: string; language: string; onClose: () => void; onLetter: (letter: PrintedLetter) => void }) {
  const t = useText();
  const sendsMails = useSendsMails();
  const action = useAction(InvitePersonDocument, 'invitePerson', ['OrganisationMembers']);
  const [way, setWay] = useState<InvitationWay>('MAIL');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MembershipRole>('MEMBER');
  const [language, setLanguage] = useState<Language>(usual as Language);
  const problem = (field: string) => problemAt(action.problems, field, 'people', t);
  const submit = async () => {
    const payload = await action.run({ organisationId, name, email: email.trim() === '' ? null : email, role, way, language });
    if (!payload) return;
    if (payload.letterAddress) onLetter({ name: name.trim(), address: payload.letterAddress, language });
    if (way === 'LETTER') showToast(t('people.invite.letter-ready'));
    else if (sendsMails) showToast(t('people.invite.sent'));
    else showToast(t('people.invite.kept'), 'info');
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('people.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('people.form.pending')}>{t(`people.invite.submit-${way}`)}</Button>
    </>
  );
  return (
    <Dialog title={t('people.invite.title')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="people" fields={['name', 'email', 'role', 'way', 'language']} onSubmit={() => void submit()}>
        <RadioGroup<InvitationWay> label={t('people.invite.way')} value={way} onChange={setWay} options={[{ id: 'MAIL', label: t('people.invite.way-MAIL') }, { id: 'LETTER', label: t('people.invite.way-LETTER') }]} />
        <TextField label={t('people.invite.name')} value={name} onChange={setName} isRequired error={problem('name')} />
        <TextField type="email" label={t('people.entry.contact-email')} hint={t(`people.invite.email-hint-${way}`)} optional={way === 'LETTER'} isRequired={way === 'MAIL'} value={email} onChange={setEmail} error={problem('email')} />
        <RadioGroup<MembershipRole> label={t('people.members.role')} value={role} onChange={setRole}
          options={(['MEMBER', 'ADMINISTRATOR'] as const).map((id) => ({ id, label: t(`people.role.${id}`), description: t(`people.role-hint.${id}`) }))} />
        <Select<Language> label={t('people.entry.language')} hint={t('people.invite.language-hint')} value={language} onChange={(next) => next && setLanguage(next)} options={entryLanguages.map((option) => ({ id: option, label: t(`people.language.${option}`) }))} />
      </ActionForm>
    </Dialog>
  );
}
