import type { ChartModel } from '@konzeptwerkstatt/series-chart';
import type { IndicatorPageQuery } from '@konzeptwerkstatt/web-data';

export type Indicator = NonNullable<IndicatorPageQuery['indicator']>;
export type PageObservation = Indicator['observations']['edges'][number]['node'];
export type PageChart = ChartModel<PageObservation>;
