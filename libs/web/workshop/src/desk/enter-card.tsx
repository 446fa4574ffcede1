import type { ContributionKind, GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { EnterCardDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt, useKeptWords } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, RadioGroup, Select, showToast, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { cardKinds } from '../guest/card-kinds.js';
import { textLanguages } from '../text-languages.js';
import { PhotoField, type Photo } from './photo-field.js';

interface PaperCard {
  readonly tableUuid: string;
  readonly way: 'PAPER' | 'PHONE';
  readonly kind: ContributionKind;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly sender: string;
  readonly photo: Photo | null;
}

const hasWords = ({ title, text, sender, photo }: PaperCard): boolean => title !== '' || text !== '' || sender !== '' || photo !== null;

/** Enters what was written on paper or said on the phone; the form stays for the next one, and what is typed stays on this device until it hangs on the wall. */
export function EnterCard({ gathering, onClose }: { gathering: GatheringFactsFragment; onClose: () => void }) {
  const t = useText();
  const action = useAction(EnterCardDocument, 'enterCard', ['Wall']);
  const { words, change, settle } = useKeptWords<PaperCard>(`karte/${gathering.uuid}`, { tableUuid: gathering.tables[0]?.uuid ?? '', way: 'PAPER', kind: 'PROPOSAL', language: 'de', title: '', text: '', sender: '', photo: null }, hasWords);
  const { tableUuid, way, kind, language, title, text, sender, photo } = words;
  const problem = (field: string) => problemAt(action.problems, field, 'workshop', t);
  const submit = async () => {
    if (!(await action.run({ tableUuid, way, kind, language, title: kind === 'NEW_MEASURE' ? title : null, text, sender: sender === '' ? null : sender, attachmentIds: photo === null ? [] : [photo.id] }))) return;
    showToast(t('workshop.enter.done'));
    settle({ ...words, title: '', text: '', sender: '', photo: null });
  };
  const footer = <><Button onPress={onClose}>{t('workshop.enter.close')}</Button><Button variant="primary" type="submit" form="karte-eintragen" isPending={action.isPending} pendingText={t('workshop.form.pending')}>{t('workshop.enter.submit')}</Button></>;
  return (
    <Dialog title={t('workshop.enter.title')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id="karte-eintragen" action={action} context="workshop" fields={['tableUuid', 'title', 'text', 'attachmentIds']} onSubmit={() => void submit()}>
        <RadioGroup<'PAPER' | 'PHONE'> label={t('workshop.enter.way')} value={way} onChange={(chosen) => change({ way: chosen })} options={(['PAPER', 'PHONE'] as const).map((id) => ({ id, label: t(`workshop.way.${id}`) }))} />
        <Select label={t('workshop.move.table')} options={gathering.tables.map(({ uuid, number, title: name }) => ({ id: uuid, label: `${number} · ${name}` }))} value={tableUuid} onChange={(chosen) => chosen && change({ tableUuid: chosen })} error={problem('tableUuid')} />
        <Select<ContributionKind> label={t('workshop.write.kind')} options={cardKinds.map((id) => ({ id, label: t(`workshop.kind.${id}`) }))} value={kind} onChange={(chosen) => chosen && change({ kind: chosen })} />
        {kind === 'NEW_MEASURE' ? <TextField label={t('workshop.write.title')} value={title} onChange={(typed) => change({ title: typed })} isRequired error={problem('title')} /> : null}
        <TextArea label={t('workshop.enter.text')} rows={4} value={text} onChange={(typed) => change({ text: typed })} lang={language} dir="auto" error={problem('text')} />
        <Select label={t('workshop.write.language')} options={textLanguages} value={language} onChange={(tag) => tag && change({ language: tag })} />
        <TextField label={t('workshop.enter.sender')} hint={t('workshop.enter.sender-hint')} optional value={sender} onChange={(typed) => change({ sender: typed })} />
        <PhotoField photo={photo} onChange={(chosen) => change({ photo: chosen })} error={problem('attachmentIds')} />
      </ActionForm>
    </Dialog>
  );
}
