import type { InquiryChoicesQuery } from '@konzeptwerkstatt/web-data';
import { Button, Checkbox, useText } from '@konzeptwerkstatt/web-ui';

export type MeasureChoice = NonNullable<InquiryChoicesQuery['edition']>['measures']['edges'][number]['node'];

/** Organisations that lead measures, and where it is asked for take part in them. */
export function partiesOf(measures: readonly MeasureChoice[], withPartners: boolean): string[] {
  return [...new Set(measures.flatMap(({ lead, partners }) => [...(lead ? [lead.id] : []), ...(withPartners ? partners.edges.map(({ node }) => node.id) : [])]))];
}

/** Which measures an inquiry asks about. */
export function MeasureChoices({ measures, chosen, onChange, error }: { measures: readonly MeasureChoice[]; chosen: readonly string[]; onChange: (chosen: readonly string[]) => void; error: string | null }) {
  const t = useText();
  return (
    <fieldset className="kw-field">
      <legend className="kern-label">{t('participation.inquiry.measures')}</legend>
      {error ? <p className="kw-inquiry-missing" role="alert">{error}</p> : null}
      <div className="kw-button-group">
        <Button onPress={() => onChange(measures.map(({ id }) => id))}>{t('participation.inquiry.all-measures', { count: measures.length })}</Button>
        {chosen.length > 0 ? <Button onPress={() => onChange([])}>{t('participation.inquiry.no-measures')}</Button> : null}
      </div>
      <p role="status" className="kw-muted">{t('participation.inquiry.chosen', { count: chosen.length })}</p>
      <div className="kw-inquiry-choices">
        {measures.map(({ id, number, title }) => (
          <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))}>
            {`${number} ${title === '' ? t('participation.inquiry.untitled') : title}`}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
