import { toIndicatorId } from '@konzeptwerkstatt/document-model';
import type { TreeElement } from '@konzeptwerkstatt/document-model';
import { ShownIndicator } from '../editor/indicators/shown-indicator.js';
import { useSimpleSection } from './simple-section.context.js';

/** An indicator of the text as readers see it. @param content the block as JSON of the document model */
export function ShownIndicatorBlock({ content }: { readonly content: string }) {
  const { isAdopted } = useSimpleSection();
  return <div className="kw-text-indicator"><ShownIndicator indicatorId={toIndicatorId((JSON.parse(content) as TreeElement).attrs ?? {})} isAdopted={isAdopted} /></div>;
}
