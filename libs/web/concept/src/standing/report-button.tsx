import { useQuery } from '@apollo/client/react';
import { withoutIsolates } from '@konzeptwerkstatt/kernel';
import type { ReportKind, ReportLanguage, ReportProgressFragment } from '@konzeptwerkstatt/web-data';
import { AssembleReportDocument, ReportNowDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, getLanguage, Notice, NumberField, Progress, RadioGroup, Select, TextField, useText, useTextIn } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
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

/** How often is asked how far a report is, in milliseconds. */
const pollMilliseconds = 500;

/** How far the report is, asked until it is ready or cannot be assembled; ready, it is opened. */
function Assembling({ requested, onAgain }: { requested: ReportProgressFragment; onAgain: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const { data, stopPolling } = useQuery(ReportNowDocument, { variables: { uuid: requested.uuid }, pollInterval: pollMilliseconds, fetchPolicy: 'network-only' });
  // What can no longer be asked for is gone, or no longer hers to read.
  const now: ReportProgressFragment = data?.reportAssembly === null ? { ...requested, state: 'FAILED', problem: 'GONE' } : data?.reportAssembly ?? requested;
  const isFinished = now.state === 'READY' || now.state === 'FAILED';
  const report = now.edition?.uuid ?? null;
  useEffect(() => { if (isFinished) stopPolling(); }, [isFinished, stopPolling]);
  useEffect(() => { if (report !== null) void navigate(editionPath(report)); }, [report, navigate]);
  if (now.state !== 'FAILED') return <Progress label={t('concept.report.pending')} value={now.progress} />;
  return (
    <Notice tone="danger" live title={t('concept.report.failed')} actions={<Button size="small" onPress={onAgain}>{t('concept.report.again')}</Button>}>
      <p>{t(`concept.report.problem.${now.problem ?? 'ASSEMBLING_FAILED'}`)}</p>
    </Notice>
  );
}

function ReportDialog({ editionId, concept, onClose }: ReportButtonProps & { onClose: () => void }) {
  const t = useText();
  const action = useAction(AssembleReportDocument, 'assembleReport');
  const [requested, setRequested] = useState<ReportProgressFragment | null>(null);
  const [kind, setKind] = useState<ReportKind>('IMPLEMENTATION_REPORT');
  const [language, setLanguage] = useState<ReportLanguage>('DE');
  const [year, setYear] = useState(new Date().getFullYear());
  const inLanguageOfReport = useTextIn('concept', getLanguage(language).tag);
  const suggested = withoutIsolates(inLanguageOfReport(`concept.report.suggested.${kind}`, { concept }));
  // What she has typed stays when she chooses another kind.
  const [typed, setTyped] = useState<string | null>(null);
  const problem = (field: string) => problemAt(action.problems, field, 'concept', t);
  const submit = async () => {
    const payload = await action.run({ editionId, kind, title: typed ?? suggested, language, year: Number.isNaN(year) ? 0 : year });
    setRequested(payload?.assembly ?? null);
  };
  const footer = requested
    ? <Button onPress={onClose}>{t('ui.dialog.close')}</Button>
    : (
      <>
        <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
        <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('concept.report.pending')}>{t('concept.report.submit')}</Button>
      </>
    );
  return (
    <Dialog title={t('concept.report.title')} isOpen onClose={onClose} footer={footer}>
      {requested ? <Assembling requested={requested} onAgain={() => setRequested(null)} /> : (
        <ActionForm id={formId} action={action} context="concept" fields={['title', 'year']} onSubmit={() => void submit()}>
          <p>{t('concept.report.effect')}</p>
          <RadioGroup label={t('concept.report.kind')} options={kinds.map((id) => ({ id, label: t(`concept.report.kind.${id}`), description: t(`concept.report.about.${id}`) }))} value={kind} onChange={(chosen) => setKind(chosen)} />
          <Select<ReportLanguage> label={t('concept.report.language')} hint={t('concept.report.language-hint')} options={languages.map((id) => ({ id, label: getLanguage(id).name }))} value={language} onChange={(chosen) => chosen && setLanguage(chosen)} />
          <TextField label={t('concept.report.name')} value={typed ?? suggested} onChange={setTyped} isRequired maxLength={300} error={problem('title')} />
          <NumberField label={t('concept.report.year')} value={year} onChange={setYear} formatOptions={{ useGrouping: false }} isRequired error={problem('year')} />
        </ActionForm>
      )}
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
