import type { MeasureRowFragment, TargetGroup } from '@konzeptwerkstatt/web-data';
import { AddMeasurePartnerDocument, AddMeasureTargetGroupDocument, RemoveMeasurePartnerDocument, RemoveMeasureTargetGroupDocument } from '@konzeptwerkstatt/web-data';
import { TARGET_GROUPS } from '@konzeptwerkstatt/document-model';
import { Button, MultiPicker, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { failureText, problemText } from '../data/problem.js';
import type { Outcome } from '../data/use-send.js';
import { useSend } from '../data/use-send.js';
import type { MemberColumn } from './editable-column.js';
import type { FieldSurroundings } from './single-fields.js';

interface MemberFormProps {
  row: MeasureRowFragment;
  column: MemberColumn;
  surroundings: FieldSurroundings;
  onClose: () => void;
  onOwnChange: (measureId: string) => void;
}

/** Edits a list of partners or target groups. Every member is added or removed by itself, so that two people lose nothing of each other. */
export function MemberForm({ row, column, surroundings, onClose, onOwnChange }: MemberFormProps) {
  const t = useText();
  const send = useSend();
  const [problem, setProblem] = useState<string | null>(null);
  const change = async (attempt: () => Promise<Outcome<unknown>>): Promise<void> => {
    setProblem(null);
    onOwnChange(row.id);
    const outcome = await attempt();
    if (outcome.status === 'failed') setProblem(failureText(t, outcome.failure));
    if (outcome.status === 'refused') setProblem(outcome.problems.map((refusal) => problemText(t, refusal)).join(' '));
  };
  const measureId = row.id;
  return (
    <div className="kw-cell-form">
      {column === 'partners' ? (
        <MultiPicker label={t('concept.measure.partners')} options={surroundings.organisations} value={row.partners.edges.map(({ node }) => node.id)} error={problem}
          onAdd={(organisationId) => void change(() => send(AddMeasurePartnerDocument, { measureId, organisationId }))}
          onRemove={(organisationId) => void change(() => send(RemoveMeasurePartnerDocument, { measureId, organisationId }))} />
      ) : (
        <MultiPicker<TargetGroup> label={t('concept.measure.targetGroups')} options={TARGET_GROUPS.map((group) => ({ id: group.toUpperCase() as TargetGroup, label: t(`concept.targetGroup.${group}`) }))} value={row.targetGroups} error={problem}
          onAdd={(targetGroup) => void change(() => send(AddMeasureTargetGroupDocument, { measureId, targetGroup }))}
          onRemove={(targetGroup) => void change(() => send(RemoveMeasureTargetGroupDocument, { measureId, targetGroup }))} />
      )}
      <p className="kw-muted">{t('concept.cell.members-hint')}</p>
      <div className="kw-button-group"><Button size="small" variant="primary" onPress={onClose}>{t('concept.cell.done')}</Button></div>
    </div>
  );
}
