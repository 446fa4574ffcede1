import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import type { DescriptionList } from '@konzeptwerkstatt/web-ui';
import { Original, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import type { ComponentProps } from 'react';
import { languageName } from '../text-languages.js';

/** When and where a gathering is, and in which languages; what was left empty is left out. */
export function useGatheringFacts({ startsAt, endsAt, place, phase, isOutsidePhase, languages, interpretation }: GatheringFactsFragment): ComponentProps<typeof DescriptionList>['items'] {
  const t = useText();
  const { span } = useTownTime();
  return [
    { term: t('workshop.facts.when'), value: span(startsAt, endsAt) },
    ...(place === '' ? [] : [{ term: t('workshop.facts.where'), value: <Original>{place}</Original> }]),
    ...(phase === null ? [] : [{ term: t('workshop.facts.phase'), value: <><Original>{phase.title}</Original>{isOutsidePhase ? <> · {t('workshop.facts.outside')}</> : null}</> }]),
    ...(languages.length === 0 ? [] : [{ term: t('workshop.facts.languages'), value: languages.map((tag, index) => <span key={tag}>{index > 0 ? ', ' : ''}<bdi lang={tag}>{languageName(tag)}</bdi></span>) }]),
    ...(interpretation === '' ? [] : [{ term: t('workshop.facts.interpretation'), value: <Original>{interpretation}</Original> }]),
  ];
}
