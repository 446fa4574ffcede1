import type { ReportKind, ReportLanguage } from '@konzeptwerkstatt/web-data';
import { AssembleReportDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, getLanguage, NumberField, RadioGroup, Select, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { editionPath } from '../places.js';

const formId = 'bericht';
const kinds = ['IMPLEMENTATION_REPORT', 'INDICATOR_REPORT', 'MEASURE_CATALOGUE', 'PARTICIPATION_REPORT', 'COUNCIL_PAPER'] as const satisfies readonly ReportKind[];
const languages = ['DE', 'EN', 'AR'] as const satisfies readonly ReportLanguage[];

interface ReportButtonProps {
  /** Id of the API. */
  readonly editionId: string;
  readonly concept: string;
}

function ReportDialog({ editionId, concept, onClose }: ReportButtonProps & { onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const action = useAction(AssembleReportDocument, 'assembleReport', ['ConceptList']);
  const [kind, setKind] = useState<ReportKind>('IMPLEMENTATION_REPORT');
  const [language, setLanguage] = useState<ReportLanguage>('DE');
  const [year, setYear] = useState(new Date().getFullYear());
  const suggested = t(`concept.report.suggested.${kind}`, { concept });
  // What she has typed stays when she chooses another kind.
  const [typed, setTyped] = useState<string | null>(null);
  const problem = (field: string) => problemAt(action.problems, field, 'concept', t);
  const submit = async () => {
    const payload = await action.run({ editionId, kind, title: typed ?? suggested, language, year: Number.isNaN(year) ? 0 : year });
    if (payload?.edition) void navigate(editionPath(payload.edition.uuid));
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('concept.report.pending')}>{t('concept.report.submit')}</Button>
    </>
  );
  return (
    <Dialog title={t('concept.report.title')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="concept" fields={['title', 'year']} onSubmit={() => void submit()}>
        <p>{t('concept.report.effect')}</p>
        <RadioGroup label={t('concept.report.kind')} options={kinds.map((id) => ({ id, label: t(`concept.report.kind.${id}`), description: t(`concept.report.about.${id}`) }))} value={kind} onChange={(chosen) => setKind(chosen)} />
        <Select<ReportLanguage> label={t('concept.report.language')} hint={t('concept.report.language-hint')} options={languages.map((id) => ({ id, label: getLanguage(id).name }))} value={language} onChange={(chosen) => chosen && setLanguage(chosen)} />
        <TextField label={t('concept.report.name')} value={typed ?? suggested} onChange={setTyped} isRequired maxLength={300} error={problem('title')} />
        <NumberField label={t('concept.report.year')} value={year} onChange={setYear} formatOptions={{ useGrouping: false }} isRequired error={problem('year')} />
      </ActionForm>
    </Dialog>
  );
}

/** Begins a report that is made of what is known of a concept. */
export function ReportButton(props: ReportButtonProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon="add" onPress={() => setIsOpen(true)}>{t('concept.report.title')}</Button>
      {isOpen ? <ReportDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
