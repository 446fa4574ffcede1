import { RadioGroup, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import type { Rating } from './own-ratings.js';

const steps = ['4', '3', '2', '1', 'none'] as const;
type Step = (typeof steps)[number];

/** How far one criterion is fulfilled, in the viewer's own eyes, and why. */
export function RatingFields({ name, rating, onChange }: { name: string; rating: Rating | undefined; onChange: (part: Partial<Omit<Rating, 'criterion'>>) => void }) {
  const t = useText();
  const chosen: Step | null = rating === undefined ? null : rating.rating === null ? 'none' : (String(rating.rating) as Step);
  return (
    <>
      <RadioGroup<Step> label={t('participation.assessment.question', { name })} value={chosen} onChange={(step) => onChange({ rating: step === 'none' ? null : Number(step) })} options={steps.map((id) => ({ id, label: t(`participation.assessment.step.${id}`) }))} />
      <TextArea label={t('participation.assessment.comment', { name })} optional rows={2} value={rating?.comment ?? ''} onChange={(comment) => onChange({ comment })} dir="auto" maxLength={2000} />
    </>
  );
}
