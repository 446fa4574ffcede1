import type { ContributionKind, GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { EnterCardDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, RadioGroup, Select, showToast, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { cardKinds } from '../guest/card-kinds.js';
import { textLanguages } from '../text-languages.js';
import { PhotoField, type Photo } from './photo-field.js';

/** Enters what was written on paper or said on the phone; the form stays for the next one. */
export function EnterCard({ gathering, onClose }: { gathering: GatheringFactsFragment; onClose: () => void }) {
  const t = useText();
  const action = useAction(EnterCardDocument, 'enterCard', ['Wall']);
  const [tableUuid, setTableUuid] = useState<string | null>(gathering.tables[0]?.uuid ?? null);
  const [way, setWay] = useState<'PAPER' | 'PHONE'>('PAPER');
  const [kind, setKind] = useState<ContributionKind>('PROPOSAL');
  const [language, setLanguage] = useState('de');
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [sender, setSender] = useState('');
  const [photo, setPhoto] = useState<Photo | null>(null);
  const problem = (field: string) => problemAt(action.problems, field, 'workshop', t);
  const submit = async () => {
    if (!(await action.run({ tableUuid: tableUuid ?? '', way, kind, language, title: kind === 'NEW_MEASURE' ? title : null, text, sender: sender === '' ? null : sender, attachmentIds: photo === null ? [] : [photo.id] }))) return;
    showToast(t('workshop.enter.done'));
    setText('');
    setTitle('');
    setSender('');
    setPhoto(null);
  };
  const footer = <><Button onPress={onClose}>{t('workshop.enter.close')}</Button><Button variant="primary" type="submit" form="karte-eintragen" isPending={action.isPending} pendingText={t('workshop.form.pending')}>{t('workshop.enter.submit')}</Button></>;
  return (
    <Dialog title={t('workshop.enter.title')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id="karte-eintragen" action={action} context="workshop" fields={['tableUuid', 'title', 'text', 'attachmentIds']} onSubmit={() => void submit()}>
        <RadioGroup<'PAPER' | 'PHONE'> label={t('workshop.enter.way')} value={way} onChange={setWay} options={(['PAPER', 'PHONE'] as const).map((id) => ({ id, label: t(`workshop.way.${id}`) }))} />
        <Select label={t('workshop.move.table')} options={gathering.tables.map(({ uuid, number, title: name }) => ({ id: uuid, label: `${number} · ${name}` }))} value={tableUuid} onChange={setTableUuid} error={problem('tableUuid')} />
        <Select<ContributionKind> label={t('workshop.write.kind')} options={cardKinds.map((id) => ({ id, label: t(`workshop.kind.${id}`) }))} value={kind} onChange={(chosen) => chosen && setKind(chosen)} />
        {kind === 'NEW_MEASURE' ? <TextField label={t('workshop.write.title')} value={title} onChange={setTitle} isRequired error={problem('title')} /> : null}
        <TextArea label={t('workshop.enter.text')} rows={4} value={text} onChange={setText} lang={language} dir="auto" error={problem('text')} />
        <Select label={t('workshop.write.language')} options={textLanguages} value={language} onChange={(tag) => tag && setLanguage(tag)} />
        <TextField label={t('workshop.enter.sender')} hint={t('workshop.enter.sender-hint')} optional value={sender} onChange={setSender} />
        <PhotoField photo={photo} onChange={setPhoto} error={problem('attachmentIds')} />
      </ActionForm>
    </Dialog>
  );
}
