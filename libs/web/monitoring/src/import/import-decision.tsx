import { useQuery } from '@apollo/client/react';
import { ApplyObservationImportDocument, IndicatorNamesDocument, ObservationImportNowDocument, SetObservationImportReadingDocument, useAction, useAllPages, useSaying } from '@konzeptwerkstatt/web-data';
import { ActionNotice, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ButtonGroup, DescriptionList, LinkButton, Loading, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { ColumnsStep, DefaultsStep, IndicatorsStep, PlaceStep } from './reading-steps.js';
import type { SaidReading } from './statistics-reading.js';
import { ValuePreview } from './value-preview.js';

/** A file that is read: what it was recognised as, what its columns mean, and what becomes of its values. */
export function ImportDecision({ uuid, onDecided }: { readonly uuid: string; readonly onDecided: () => void }) {
  const t = useText();
  const { data, error, refetch } = useQuery(ObservationImportNowDocument, { variables: { uuid }, fetchPolicy: 'no-cache' });
  const list = useQuery(IndicatorNamesDocument);
  useAllPages(list.data?.indicators.pageInfo, (after) => list.fetchMore({ variables: { after } }));
  const saying = useAction(SetObservationImportReadingDocument, 'setObservationImportReading');
  const applying = useAction(ApplyObservationImportDocument, 'applyObservationImport');
  const file = data?.observationImport;
  const { said, say } = useSaying<SaidReading>(async (next) => {
    if (file && (await saying.run({ importId: file.id, ...next }))) await refetch();
  });
  if (error && !file) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (!file?.reading) return <Loading lines={6} />;
  const { plan } = file;
  const known = file.reading;
  const reading = said === null ? known : { ...known, ...said, columns: said.columns ?? known.columns };
  const indicators = (list.data?.indicators.edges ?? []).map(({ node }) => ({ id: node.id, label: `${node.name} (${node.unitLabel})` })).sort((one, other) => one.label.localeCompare(other.label, 'de'));
  const step = { file, reading, indicators, onSay: say };
  const count = plan.newCount + plan.changedCount;
  const apply = async (): Promise<void> => {
    if (await applying.run({ importId: file.id, expectedNew: plan.newCount, expectedChanged: plan.changedCount })) onDecided();
    else await refetch();
  };
  const facts = [
    { term: t('monitoring.import.recognised'), value: t(`monitoring.import.form.${reading.form}`) },
    // What nothing in the file says is asked below.
    ...(file.encoding === 'WINDOWS_1252' ? [] : [{ term: t('monitoring.import.written-as'), value: t(`monitoring.import.encoding.${file.encoding ?? 'WORKBOOK'}`) }]),
  ];
  return (
    <div className="kw-stack">
      {file.problem ? <Notice tone="warning" live title={t(`monitoring.import.failed.${file.problem}`)} /> : null}
      <p role="status">{t('monitoring.import.read', { name: file.fileName, count: file.sheets[reading.sheet]?.rowCount ?? 0 })}</p>
      <DescriptionList items={facts} />
      {file.hasFormulas ? <Notice tone="warning" title={t('monitoring.import.formulas')}><p>{t('monitoring.import.formulas-text')}</p></Notice> : null}
      <PlaceStep {...step} />
      <ColumnsStep {...step} />
      <IndicatorsStep {...step} />
      <DefaultsStep {...step} />
      <ActionNotice action={saying} context="monitoring" />
      <ValuePreview plan={plan} />
      <ActionNotice action={applying} context="monitoring" />
      <ButtonGroup>
        {plan.refusedCount === 0 && count > 0 ? <Button variant="primary" isPending={applying.isPending || said !== null} pendingText={t('monitoring.form.pending')} onPress={() => void apply()}>{t('monitoring.import.apply', { count })}</Button> : null}
        <LinkButton href="/indikatoren">{t('monitoring.import.leave')}</LinkButton>
      </ButtonGroup>
    </div>
  );
}
