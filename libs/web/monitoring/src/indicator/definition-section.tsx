import type { IndicatorPageQuery } from '@konzeptwerkstatt/web-data';
import { Button, DescriptionList, Notice, Original, Section, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Direction } from './direction.js';
import { IndicatorForm } from './indicator-form.js';
import { RemoveIndicator } from './remove-indicator.js';

type Indicator = NonNullable<IndicatorPageQuery['indicator']>;
interface Fact { term: string; value: ReactNode }

/** What somebody wrote, as a fact; nothing when there is none. */
const written = (term: string, text: string | null | undefined): Fact[] => (text ? [{ term, value: <Original>{text}</Original> }] : []);

/** The indicator with the counts of a share, as a fact. */
const linked = (term: string, count: { readonly uuid: string; readonly name: string } | null): Fact[] => (count ? [{ term, value: <TextLink href={`/indikatoren/${count.uuid}`}><Original>{count.name}</Original></TextLink> }] : []);

/** What can wait until somebody asks. */
function useFurtherFacts(indicator: Indicator): Fact[] {
  const t = useText();
  const { definition } = indicator;
  const chosen = (name: string, id: string | null): Fact[] => (id === null ? [] : [{ term: t(`monitoring.form.${name}`), value: t(`monitoring.${name}.${id}`) }]);
  return [
    ...written(t('monitoring.form.numerator'), definition.numerator), ...written(t('monitoring.form.denominator'), definition.denominator), ...written(t('monitoring.form.populationConcept'), definition.populationConcept),
    ...linked(t('monitoring.form.numeratorId'), indicator.numeratorIndicator), ...linked(t('monitoring.form.denominatorId'), indicator.denominatorIndicator),
    ...(indicator.breakdowns.length === 0 ? [] : [{ term: t('monitoring.form.breakdowns'), value: indicator.breakdowns.map((id) => t(`monitoring.dimension.${id}`)).join(', ') }]),
    ...written(t('monitoring.form.tableId'), definition.tableId), ...chosen('referenceDateType', definition.referenceDateType), ...chosen('spatialLevel', indicator.spatialLevel), ...chosen('rhythm', indicator.rhythm),
    ...chosen('kind', indicator.kind), ...chosen('sensitivity', indicator.sensitivity), ...written(t('monitoring.form.licence'), indicator.licence), ...written(t('monitoring.form.methodNote'), definition.methodNote),
    { term: t('monitoring.definition.version'), value: definition.version },
  ];
}

/** Where the indicator starts and is to go, in one line each. */
function usePathFacts({ direction, corridorLow, corridorHigh, baselineValue, baselineYear, targetValue, targetYear, unit, unitLabel, decimals }: Indicator): Fact[] {
  const t = useText();
  const { quantity } = useLanguage();
  // Baseline and target of a gap between shares are distances.
  const shown = direction === 'REDUCE_GAP' && unit === 'percent' ? { key: 'percentage_points', label: t('monitoring.unit.points') } : { key: unit, label: unitLabel };
  const value = (number: string) => quantity(number, shown, decimals);
  return [
    ...(direction === 'CORRIDOR' && corridorLow !== null && corridorHigh !== null ? [{ term: t('monitoring.definition.corridor'), value: t('monitoring.definition.corridor-value', { low: value(corridorLow), high: value(corridorHigh) }) }] : []),
    ...(baselineValue !== null && baselineYear !== null ? [{ term: t('monitoring.form.baselineValue'), value: t('monitoring.definition.in-year', { value: value(baselineValue), year: String(baselineYear) }) }] : []),
    ...(targetValue !== null && targetYear !== null ? [{ term: t('monitoring.form.targetValue'), value: t('monitoring.definition.until-year', { value: value(targetValue), year: String(targetYear) }) }] : []),
  ];
}

/** What is counted, which way it should go, and the rest of the record. */
export function DefinitionSection({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  const { definition, pathVersion } = indicator;
  const further = useFurtherFacts(indicator);
  const path = usePathFacts(indicator);
  return (
    <Section title={t('monitoring.definition.title')} actions={indicator.mayRecord ? <><Button size="small" icon="edit" onPress={() => setEditing(true)}>{t('monitoring.form.edit')}</Button><RemoveIndicator key={indicator.id} indicator={indicator} /></> : undefined}>
      <DescriptionList
        items={[
          { term: t('monitoring.definition.text'), value: definition.text ? <Original>{definition.text}</Original> : t('monitoring.definition.none') },
          { term: t('monitoring.definition.unit'), value: indicator.unitLabel },
          { term: t('monitoring.definition.direction'), value: <Direction direction={indicator.direction} /> },
          ...path, ...written(t('monitoring.definition.source'), definition.source), ...written(t('monitoring.form.responsible'), indicator.responsibleOrganisation?.name),
        ]}
      />
      {pathVersion !== null && pathVersion !== definition.version ? <Notice tone="warning" title={t('monitoring.definition.path-of-before')} /> : null}
      <details className="kw-indicator-more">
        <summary>{t('monitoring.definition.more')}</summary>
        <DescriptionList items={further} />
      </details>
      {isEditing ? <IndicatorForm indicator={indicator} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
}
