import { StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useBlockFields } from '../connection/use-block-fields.js';
import { useSectionEditor } from '../section-editor.context.js';
import { statusTone } from '../../labels/status-tone.js';
import { periodLabel } from '../../labels/period-label.js';

/** The fields that matter most, in one line: status, lead, period. What is missing is said, not hidden. */
export function MeasureSummary({ blockId }: { readonly blockId: string }) {
  const t = useText();
  const { session, organisations } = useSectionEditor();
  const { values } = useBlockFields(session.doc, blockId);
  const { status, lead, period } = values;
  const leadName = organisations.find((organisation) => organisation.id === lead)?.label;
  return (
    <p className="kw-object__summary">
      {typeof status === 'string' ? <StatusTag tone={statusTone(status)}>{t(`concept.measureStatus.${status}`)}</StatusTag> : <StatusTag>{t('concept.measure.noStatus')}</StatusTag>}
      {lead ? <span><span className="kw-muted">{t('concept.measure.lead')}: </span><bdi>{leadName ?? t('concept.measure.unknownOrganisation')}</bdi></span> : <StatusTag tone="warning">{t('concept.gap.MEASURE_WITHOUT_LEAD')}</StatusTag>}
      {typeof period === 'string' ? <span className="kw-muted">{periodLabel(t, period)}</span> : null}
    </p>
  );
}
