import { estimatePageNumbersWith } from 'docx/layout';
import type { IPropertiesOptions } from 'docx';
import type { ConceptDocument } from '@konzeptwerkstatt/document-model';

type PageNumbers = NonNullable<IPropertiesOptions['pageNumbers']>;

/** How large a document may be, as JSON, to have its pages worked out: about forty pages. Each page costs twenty times as much as writing it, and all files wait for one thread. */
const LAID_OUT_BELOW = 150_000;

const laidOut = estimatePageNumbersWith({ guess: true });
const left: PageNumbers = () => ({ bookmarks: new Map() });

/** What stands in the contents for the page of each heading. In a longer document that is left to whoever updates the contents; in none does Word ask the reader first. */
export function pageNumbersOf({ sections, measureTable }: ConceptDocument): PageNumbers {
  return JSON.stringify([sections, measureTable]).length < LAID_OUT_BELOW ? laidOut : left;
}
