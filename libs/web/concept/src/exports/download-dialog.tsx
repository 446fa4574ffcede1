import { useQuery } from '@apollo/client/react';
import type { ExportForm, ExportProgressFragment, InstrumentKind } from '@konzeptwerkstatt/web-data';
import { ExportChoicesDocument, ExportNowDocument, RequestExportDocument } from '@konzeptwerkstatt/web-data';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { announce, Button, Checkbox, ComboBox, Dialog, LinkButton, Notice, Progress, RadioGroup, Select, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useId, useState } from 'react';
import { failureText, problemText } from '../data/problem.js';
import { useOrganisations } from '../data/use-options.js';
import { useSend } from '../data/use-send.js';

/** What of an edition is meant. */
type Part = 'whole' | 'section' | 'organisation';

/** How often is asked how far a file is, in milliseconds. */
const pollMilliseconds = 800;

const forms: readonly ExportForm[] = ['PDF', 'DOCX', 'XLSX', 'CSV'];

interface DownloadDialogProps {
  readonly editionId: string;
  readonly sections: readonly Option[];
  /** The section one comes from. */
  readonly sectionId?: string;
  readonly initialForm?: ExportForm;
  readonly onClose: () => void;
}

/** What the edition is, and whether there may be contributions to take along: not for whoever may only read the text. */
function useChoices(editionId: string): { readonly kind: InstrumentKind; readonly mayReadContributions: boolean } {
  const { data } = useQuery(ExportChoicesDocument, { variables: { editionId }, fetchPolicy: 'cache-and-network' });
  const edition = data?.node?.__typename === 'Edition' ? data.node : null;
  return { kind: edition?.instrument.kind ?? 'CONCEPT', mayReadContributions: edition?.mayReadContributions === true };
}

/** How far the file is, asked until it is ready or cannot be made. */
function useExport(requested: ExportProgressFragment | null): ExportProgressFragment | null {
  const isOpen = requested !== null;
  const { data, stopPolling } = useQuery(ExportNowDocument, { variables: { uuid: requested?.uuid ?? '' }, skip: !isOpen, pollInterval: pollMilliseconds, fetchPolicy: 'network-only' });
  const now = isOpen ? data?.documentExport ?? requested : null;
  const isFinished = now?.state === 'READY' || now?.state === 'FAILED';
  useEffect(() => { if (isFinished) stopPolling(); }, [isFinished, stopPolling]);
  return now;
}

function Outcome({ file, onAgain }: { file: ExportProgressFragment; onAgain: () => void }) {
  const t = useText();
  const isReady = file.state === 'READY';
  useEffect(() => { if (isReady) announce(t('concept.download.ready')); }, [isReady, t]);
  if (file.state === 'FAILED') {
    return (
      <Notice tone="danger" live title={t('concept.download.failed')} actions={<Button size="small" onPress={onAgain}>{t('concept.download.again')}</Button>}>
        <p>{t(`concept.download.problem.${file.problem ?? 'RENDERING_FAILED'}`)}</p>
      </Notice>
    );
  }
  if (!isReady) return <Progress label={t('concept.download.making')} value={file.progress} />;
  return (
    <Notice tone="success" live title={t('concept.download.ready')} actions={<LinkButton variant="primary" icon="download" href={file.fileUrl ?? ''} download={file.fileName ?? ''}>{t('concept.download.fetch')}</LinkButton>}>
      <p><bdi>{file.fileName}</bdi></p>
      {file.unshownCharacters ? <p>{t('concept.download.unshown', { characters: file.unshownCharacters })}</p> : null}
      {file.missingPictureCount > 0 ? <p>{t('concept.download.missing-pictures', { count: file.missingPictureCount })}</p> : null}
    </Notice>
  );
}

/** Chooses what, in which form and how, and waits for the file. */
export function DownloadDialog({ editionId, sections, sectionId: from, initialForm = 'PDF', onClose }: DownloadDialogProps) {
  const t = useText();
  const send = useSend();
  const formId = useId();
  const organisations = useOrganisations();
  const [part, setPart] = useState<Part>(from ? 'section' : 'whole');
  const [sectionId, setSectionId] = useState<string | null>(from ?? null);
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [form, setForm] = useState<ExportForm>(initialForm);
  const [hasMeasureTable, setHasMeasureTable] = useState(true);
  const [hasLineNumbers, setHasLineNumbers] = useState(false);
  const [hasContributions, setHasContributions] = useState(false);
  const { kind, mayReadContributions } = useChoices(editionId);
  const [requested, setRequested] = useState<ExportProgressFragment | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const file = useExport(requested);
  const isText = form === 'PDF' || form === 'DOCX';
  const isMissing = (part === 'section' && sectionId === null) || (part === 'organisation' && organisationId === null);

  const request = async (): Promise<void> => {
    setWasTried(true);
    setFailure(null);
    if (isPending || isMissing) return;
    setIsPending(true);
    const outcome = await send(RequestExportDocument, {
      editionId, sectionId: part === 'section' ? sectionId : null, organisationId: part === 'organisation' ? organisationId : null,
      form, hasMeasureTable: isText && hasMeasureTable, hasLineNumbers: isText && hasLineNumbers, hasContributions: isText && mayReadContributions && hasContributions,
    });
    setIsPending(false);
    if (outcome.status === 'refused') return setFailure(outcome.problems.map((problem) => problemText(t, problem)).join(' '));
    if (outcome.status === 'failed') return setFailure(failureText(t, outcome.failure));
    setRequested(outcome.payload.documentExport ?? null);
  };
  const footer = file
    ? <Button onPress={onClose}>{t('ui.dialog.close')}</Button>
    : (
      <>
        <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
        <Button variant="primary" type="submit" form={formId} isPending={isPending} pendingText={t('concept.download.making')}>{t('concept.download.make')}</Button>
      </>
    );
  const parts: Option<Part>[] = (['whole', 'section', 'organisation'] as const).map((id) => ({ id, label: t(`concept.download.part.${id}`, { kind }) }));
  return (
    <Dialog isOpen title={t('concept.download.title')} onClose={onClose} footer={footer}>
      {file ? <Outcome file={file} onAgain={() => setRequested(null)} /> : (
        <form id={formId} className="kw-form" noValidate onSubmit={(event) => { event.preventDefault(); void request(); }}>
          {failure ? <Notice tone="danger" live title={failure} /> : null}
          <RadioGroup label={t('concept.download.what')} options={parts} value={part} onChange={setPart} />
          {part === 'section' ? <Select label={t('concept.download.section')} options={sections} value={sectionId} onChange={setSectionId} error={wasTried && sectionId === null ? t('concept.error.SECTION_REQUIRED') : null} /> : null}
          {part === 'organisation' ? (
            <ComboBox label={t('concept.download.organisation')} options={organisations.map(({ id, name }) => ({ id, label: name }))} value={organisationId} onChange={setOrganisationId}
              error={wasTried && organisationId === null ? t('concept.download.organisation-required') : null} />
          ) : null}
          <RadioGroup label={t('concept.download.form')} options={forms.map((id) => ({ id, label: t(`concept.download.form.${id}`), description: t(`concept.download.hint.${id}`) }))} value={form} onChange={setForm} />
          {isText ? (
            <div className="kw-stack">
              <Checkbox isSelected={hasMeasureTable} onChange={setHasMeasureTable}>{t('concept.download.measure-table')}</Checkbox>
              <Checkbox isSelected={hasLineNumbers} onChange={setHasLineNumbers}>{t('concept.download.line-numbers')}</Checkbox>
              {mayReadContributions ? <Checkbox isSelected={hasContributions} onChange={setHasContributions}>{t(`concept.download.contributions.${form}`)}</Checkbox> : null}
            </div>
          ) : null}
        </form>
      )}
    </Dialog>
  );
}
