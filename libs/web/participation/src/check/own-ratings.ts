import { SaveAssessmentDocument, useAction } from '@konzeptwerkstatt/web-data';
import type { ConceptCriterion } from '@konzeptwerkstatt/web-data';
import { useEffect, useRef, useState } from 'react';

/** How one person sees one criterion. */
export interface Rating {
  readonly criterion: ConceptCriterion;
  /** 1 to 4; null: cannot say. */
  readonly rating: number | null;
  readonly comment: string;
}

const pauseMilliseconds = 1200;

/** One's own ratings, saved on the server a moment after each change: nothing typed is lost when the page is closed. */
export function useOwnRatings(editionId: string, known: readonly Rating[]) {
  // What was loaded carries marks of the cache, which the server does not take back.
  const [ratings, setRatings] = useState<readonly Rating[]>(() => known.map(({ criterion, rating, comment }) => ({ criterion, rating, comment })));
  const saved = useRef(ratings);
  const action = useAction(SaveAssessmentDocument, 'saveAssessment');
  const [isSaved, setIsSaved] = useState(true);
  const run = useRef(action.run);
  useEffect(() => { run.current = action.run; });
  useEffect(() => {
    if (saved.current === ratings) return undefined;
    const timer = setTimeout(() => {
      void run.current({ editionId, ratings: [...ratings] }).then((payload) => {
        if (!payload) return;
        saved.current = ratings;
        setIsSaved(true);
      });
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [ratings, editionId]);
  const change = (criterion: ConceptCriterion, part: Partial<Omit<Rating, 'criterion'>>) => {
    setIsSaved(false);
    setRatings((all) => {
      const before = all.find((one) => one.criterion === criterion) ?? { criterion, rating: null, comment: '' };
      return [...all.filter((one) => one.criterion !== criterion), { ...before, ...part }];
    });
  };
  /** What was waiting is sent with the handing in. */
  const settle = () => { saved.current = ratings; };
  return { ratings, change, isSaved, settle, action };
}
