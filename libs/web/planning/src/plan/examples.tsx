import type { ExampleFactsFragment } from '@konzeptwerkstatt/web-data';
import { Original, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { ExternalFact } from '../process/fact-basis.js';

/** How it was in the municipality whose example a plan follows, with dates as exact as they are known. */
export function Examples({ examples, exampleName }: { examples: readonly ExampleFactsFragment[]; exampleName: string | null }) {
  const t = useText();
  const { partialDate } = useLanguage();
  if (examples.length === 0) return null;
  return (
    <div className="kw-example">
      <p className="kw-example__head">{exampleName ? t('planning.example.head', { name: exampleName }) : t('planning.example.head-own')}</p>
      <ul className="kw-example__list">
        {examples.map((example) => (
          <li key={`${example.title}-${example.dateFrom ?? ''}`}>
            <Original>{example.title}</Original>
            {example.datePrecision === 'UNKNOWN' ? null : <span className="kw-muted"> · {partialDate({ from: example.dateFrom, to: example.dateTo, precision: example.datePrecision })}</span>}
            {example.sourceUrl ? <ExternalFact basis="EXTERNAL" sourceUrl={example.sourceUrl} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
