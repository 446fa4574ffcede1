import { HandInAssessmentDocument, useAction } from '@konzeptwerkstatt/web-data';
import type { AssessmentFactsFragment } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Notice, Section, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { Findings } from './findings.js';
import type { CheckedCriterion } from './findings.js';
import { useOwnRatings } from './own-ratings.js';
import { RatingFields } from './rating-fields.js';
import { Result } from './result.js';

const factorCount = 10;

interface Props {
  editionId: string;
  editionUuid: string;
  /** Whether the viewer asks organisations. */
  mayAsk: boolean;
  criteria: readonly CheckedCriterion[];
  assessments: AssessmentFactsFragment;
}

/** Whether one's own is handed in, and what follows from it. */
function Stand({ assessments: { own, handedInCount, smallestGroup, results, mayAssess } }: { assessments: AssessmentFactsFragment }) {
  const t = useText();
  if (!mayAssess && !own?.handedInAt) return null;
  if (!own?.handedInAt) return <Notice title={t('participation.assessment.title')}>{t('participation.assessment.lead', { count: handedInCount, smallest: smallestGroup })}</Notice>;
  return <Notice tone="success" title={t('participation.assessment.done')}>{t(results ? 'participation.assessment.done-text' : 'participation.assessment.waiting', { count: handedInCount, smallest: smallestGroup })}</Notice>;
}

/** The criteria of the source, each with what can be seen of it, one's own rating and, once that is handed in, how all see it. */
export function CheckList({ editionId, editionUuid, mayAsk, criteria, assessments }: Props) {
  const t = useText();
  const { ratings, change, isSaved, settle, action: saving } = useOwnRatings(editionId, assessments.own?.ratings ?? []);
  const handing = useAction(HandInAssessmentDocument, 'handInAssessment');
  const [isAsking, setIsAsking] = useState(false);
  const mayRate = assessments.mayAssess && !assessments.own?.handedInAt;
  const handIn = async () => {
    settle();
    if (await handing.run({ editionId, ratings: [...ratings] })) showToast(t('participation.assessment.handed-in'));
    setIsAsking(false);
  };
  const card = (checked: CheckedCriterion) => {
    const { criterion } = checked;
    const name = t(`participation.criterion.${criterion}`);
    const result = assessments.results?.find((one) => one.criterion === criterion);
    return (
      <li key={criterion} className="kw-criterion">
        <h3 className="kern-heading-small">{name}</h3>
        <Findings criterion={checked} editionUuid={editionUuid} mayAsk={mayAsk} />
        {mayRate ? <details><summary>{t('participation.assessment.rate', { name })}</summary><div className="kw-stack"><RatingFields name={name} rating={ratings.find((one) => one.criterion === criterion)} onChange={(part) => change(criterion, part)} /></div></details> : null}
        {result ? <Result result={result} /> : null}
      </li>
    );
  };
  return (
    <>
      <div className="kw-check-stand"><Stand assessments={assessments} /></div>
      <Section title={t('participation.check.factors')}><ol className="kw-criteria">{criteria.slice(0, factorCount).map(card)}</ol></Section>
      <Section title={t('participation.check.attributes')}><ol className="kw-criteria">{criteria.slice(factorCount).map(card)}</ol></Section>
      {mayRate ? (
        <div className="kw-check-end">
          <ActionNotice action={saving} context="participation" />
          <ActionNotice action={handing} context="participation" />
          <p className="kw-muted" role="status">{ratings.length === 0 ? null : t(isSaved ? 'participation.assessment.saved' : 'participation.assessment.saving')}</p>
          <div className="kw-button-group"><Button variant="primary" onPress={() => setIsAsking(true)}>{t('participation.assessment.hand-in')}</Button></div>
          <ConfirmDialog title={t('participation.assessment.hand-in-title')} isOpen={isAsking} confirmLabel={t('participation.assessment.hand-in')} isPending={handing.isPending} onConfirm={() => void handIn()} onCancel={() => setIsAsking(false)}>{t('participation.assessment.hand-in-text')}</ConfirmDialog>
        </div>
      ) : null}
    </>
  );
}
