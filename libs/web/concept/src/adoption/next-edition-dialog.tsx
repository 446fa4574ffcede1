import type { EditionAdoptionQuery } from '@konzeptwerkstatt/web-data';
import { BeginNextEditionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, NumberField, Section, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { editionPath } from '../places.js';

type Edition = NonNullable<EditionAdoptionQuery['edition']>;
type Kind = 'next' | 'correction';

const formId = 'fortschreibung-beginnen';

/** Asks for the name of what begins as a copy, and begins it. */
function NextEditionDialog({ edition, kind, onClose }: { edition: Edition; kind: Kind; onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const action = useAction(BeginNextEditionDocument, 'beginNextEdition', ['ConceptList']);
  const [title, setTitle] = useState(kind === 'next' ? edition.title : t('concept.next.correction-name', { title: edition.title }));
  const [year, setYear] = useState(kind === 'next' ? edition.year + 1 : edition.year);
  const [reason, setReason] = useState('');
  const problem = (field: string) => problemAt(action.problems, field, 'concept', t);
  const submit = async () => {
    const payload = await action.run({ editionId: edition.id, title, year: Number.isNaN(year) ? 0 : year, correctionReason: kind === 'correction' ? reason : null });
    if (payload?.edition) void navigate(editionPath(payload.edition.uuid));
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('concept.next.pending')}>{t(`concept.next.${kind}-begin`)}</Button>
    </>
  );
  return (
    <Dialog title={t(`concept.next.${kind}`)} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="concept" fields={['title', 'year', 'correctionReason']} onSubmit={() => void submit()}>
        <p>{t(`concept.next.${kind}-effect`)}</p>
        <TextField label={t('concept.next.title')} value={title} onChange={setTitle} isRequired maxLength={300} error={problem('title')} />
        <NumberField label={t('concept.next.year')} value={year} onChange={setYear} formatOptions={{ useGrouping: false }} isRequired error={problem('year')} />
        {kind === 'correction' ? <TextArea label={t('concept.next.reason')} hint={t('concept.next.reason-hint')} rows={3} maxLength={1000} value={reason} onChange={setReason} isRequired error={problem('correctionReason')} /> : null}
      </ActionForm>
    </Dialog>
  );
}

/** How an adopted edition goes on: the next one, or a correction. */
export function NextEditionSection({ edition }: { edition: Edition }) {
  const t = useText();
  const [kind, setKind] = useState<Kind | null>(null);
  if (!edition.mayAdopt) return null;
  return (
    <Section title={t('concept.next.heading')}>
      <p>{t('concept.next.lead')}</p>
      <div className="kw-button-group">
        <Button icon="add" onPress={() => setKind('next')}>{t('concept.next.next')}</Button>
        <Button icon="edit" onPress={() => setKind('correction')}>{t('concept.next.correction')}</Button>
      </div>
      {kind ? <NextEditionDialog edition={edition} kind={kind} onClose={() => setKind(null)} /> : null}
    </Section>
  );
}
