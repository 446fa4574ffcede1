import type { EditionAdoptionQuery, UserProblem } from '@konzeptwerkstatt/web-data';
import { RecordResolutionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ButtonGroup, Checkbox, NumberField, RadioGroup, showToast, TextArea, TextField, townDay, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { AdoptionDialog } from './adoption-dialog.js';
import { BodyField } from './body-field.js';
import { ConsultationFields } from './consultation-fields.js';
import { PaperField } from './paper-field.js';
import { adoptsEdition, canAdopt, emptyDraft, inputOf, results } from './resolution-draft.js';
import type { ResolutionDraft } from './resolution-draft.js';
import { resolutionProblems } from './resolution-problems.js';

type Edition = NonNullable<EditionAdoptionQuery['edition']>;

const fields = ['bodyName', 'decidedOn', 'result', 'adopts', 'votesYes', 'votesNo', 'votesAbstained', 'paperNumber', 'oparlUrl', 'remark', 'fileId'];
const votes = ['votesYes', 'votesNo', 'votesAbstained'] as const;

/** Enters what a body resolved; asks before that adopts the edition. */
export function ResolutionForm({ edition, onRecorded, onCancel }: { edition: Edition; onRecorded: () => void; onCancel: () => void }) {
  const t = useText();
  const action = useAction(RecordResolutionDocument, 'recordResolution', ['EditionAdoption']);
  const [draft, setDraft] = useState<ResolutionDraft>(emptyDraft);
  const [isAsking, setIsAsking] = useState(false);
  // What is wrong is told before anything irreversible is asked.
  const [known, setKnown] = useState<readonly UserProblem[]>([]);
  const problems = known.length > 0 ? known : action.problems;
  const change = (part: Partial<ResolutionDraft>) => setDraft((before) => ({ ...before, ...part }));
  const problem = (field: string) => problemAt(problems, field, 'concept', t);
  const bodies = edition.process?.bodies.edges.map(({ node }) => node.name) ?? [];
  const isAdopting = adoptsEdition(draft);

  const send = async () => {
    const payload = await action.run(inputOf(draft, edition.id));
    setIsAsking(false);
    if (!payload) return;
    showToast(t('concept.resolution.recorded'));
    onRecorded();
  };
  const submit = () => {
    const found = resolutionProblems(draft, townDay(new Date().toISOString()));
    setKnown(found);
    if (found.length > 0) return;
    if (isAdopting) setIsAsking(true);
    else void send();
  };
  return (
    <>
      <ActionForm id="beschluss-eintragen" action={{ ...action, problems }} context="concept" fields={[...fields, ...(draft.consultations.length > 0 ? ['consultations'] : [])]} onSubmit={submit}>
        <BodyField bodies={bodies} value={draft.bodyName} onChange={(bodyName) => change({ bodyName })} error={problem('bodyName')} />
        <TextField label={t('concept.resolution.decided-on')} hint={t('concept.resolution.day-hint')} value={draft.decidedOn} onChange={(decidedOn) => change({ decidedOn })} isRequired error={problem('decidedOn')} />
        <RadioGroup label={t('concept.resolution.result')} options={results.map((id) => ({ id, label: t(`concept.resolutionResult.${id}`), description: t(`concept.resolutionResult.${id}-text`) }))} value={draft.result} onChange={(result) => change({ result })} error={problem('result')} />
        {canAdopt(draft.result) ? <Checkbox isSelected={draft.adopts} onChange={(adopts) => change({ adopts })}>{t('concept.resolution.adopts')}<span className="kw-option__description">{t('concept.resolution.adopts-hint')}</span></Checkbox> : null}
        <div className="kw-votes" role="group" aria-label={t('concept.resolution.votes')}>
          {votes.map((field) => <NumberField key={field} label={t(`concept.resolution.${field}`)} optional minValue={0} step={1} value={draft[field]} onChange={(value) => change({ [field]: value })} error={problem(field)} />)}
        </div>
        <TextField label={t('concept.resolution.paper-number')} optional maxLength={100} value={draft.paperNumber} onChange={(paperNumber) => change({ paperNumber })} error={problem('paperNumber')} />
        <TextField label={t('concept.resolution.oparl')} hint={t('concept.resolution.oparl-hint')} optional type="url" value={draft.oparlUrl} onChange={(oparlUrl) => change({ oparlUrl })} error={problem('oparlUrl')} />
        <PaperField file={draft.file} onChange={(file) => change({ file })} error={problem('fileId')} />
        <ConsultationFields bodies={bodies} consultations={draft.consultations} onChange={(consultations) => change({ consultations })} problems={problems} />
        <TextArea label={t('concept.resolution.remark')} optional rows={3} maxLength={2000} value={draft.remark} onChange={(remark) => change({ remark })} error={problem('remark')} />
        <ButtonGroup>
          <Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('concept.save.saving')}>{t(isAdopting ? 'concept.resolution.submit-adopting' : 'concept.resolution.submit')}</Button>
          <Button onPress={onCancel}>{t('ui.dialog.cancel')}</Button>
        </ButtonGroup>
      </ActionForm>
      {isAsking ? <AdoptionDialog editionUuid={edition.uuid} title={edition.title} isPending={action.isPending} onCancel={() => setIsAsking(false)} onConfirm={() => void send()} /> : null}
    </>
  );
}
