import type { InstrumentKind } from '@konzeptwerkstatt/web-data';
import { BeginConceptDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, LinkButton, NumberField, Select, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { wordImportPath } from '../places.js';

const formId = 'konzept-aus-word';
const kinds = ['CONCEPT', 'GUIDELINES', 'ACTION_CONCEPT'] as const satisfies readonly InstrumentKind[];

/** Asks what the concept is called and goes on where its Word file is chosen; until then it is empty. */
function ConceptFromWordDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const action = useAction(BeginConceptDocument, 'beginConcept', ['ConceptList']);
  const [kind, setKind] = useState<(typeof kinds)[number]>('CONCEPT');
  const [title, setTitle] = useState('');
  const [year, setYear] = useState(new Date().getFullYear());
  const problem = (field: string) => problemAt(action.problems, field, 'concept', t);
  const submit = async () => {
    const payload = await action.run({ instrumentKind: kind, title, year: Number.isNaN(year) ? 0 : year, fieldsOfAction: [], isFirst: false, startsEmpty: true });
    if (payload?.edition) void navigate(wordImportPath(payload.edition.uuid));
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('concept.next.pending')}>{t('concept.from-word.begin')}</Button>
    </>
  );
  return (
    <Dialog title={t('concept.from-word.title')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="concept" fields={['title', 'year']} onSubmit={() => void submit()}>
        <p>{t('concept.from-word.effect')}</p>
        <Select label={t('concept.from-word.kind')} options={kinds.map((id) => ({ id, label: t(`concept.from-word.kind.${id}`) }))} value={kind} onChange={(chosen) => setKind(chosen ?? kind)} />
        <TextField label={t('concept.next.title')} value={title} onChange={setTitle} isRequired maxLength={300} error={problem('title')} />
        <NumberField label={t('concept.next.year')} value={year} onChange={setYear} formatOptions={{ useGrouping: false }} isRequired error={problem('year')} />
      </ActionForm>
    </Dialog>
  );
}

/** The ways to begin a concept: with a process from a template, or as a Word file that there is already. For who administers the municipality. */
export function BeginConcept() {
  const t = useText();
  const session = useShellSession();
  const [isOpen, setIsOpen] = useState(false);
  if (session.status !== 'signed-in' || !session.mayAdminister) return null;
  return (
    <>
      <LinkButton variant="primary" icon="add" href="/prozesse/vorlagen">{t('concept.list.begin')}</LinkButton>
      <Button icon="add" onPress={() => setIsOpen(true)}>{t('concept.from-word.title')}</Button>
      {isOpen ? <ConceptFromWordDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
