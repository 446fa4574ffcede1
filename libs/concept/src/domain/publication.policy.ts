import type { ConceptDocument, DocumentBlock } from '@konzeptwerkstatt/document-model';

/** Where an edition can be read by everybody. */
export interface Publication {
  readonly editionId: string;
  readonly municipalityId: string;
  /** First part of the address; stays with the municipality. */
  readonly place: string;
  /** Second part; stays with the edition. */
  readonly slug: string;
  readonly publishedAt: Date;
  /** Null while it can be read. */
  readonly withdrawnAt: Date | null;
}

const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const MAX_SLUG = 80;

/** Words as a part of an address: small letters, digits and hyphens. */
function addressWords(text: string): string {
  const plain = text.normalize('NFC').toLowerCase().replace(/[äöüß]/g, (letter) => spelled[letter] ?? '').normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, MAX_SLUG).replace(/-+$/, '');
}

/** The part of the address that stands for an edition, with its year. */
export function slugOf({ title, year }: { readonly title: string; readonly year: number }): string {
  const words = addressWords(title);
  return words.includes(String(year)) ? words : [words, String(year)].filter((part) => part !== '').join('-');
}

/** The part that stands for a municipality: its official key, which no other one has. */
export function placeOf({ id, ags, isExample }: { readonly id: string; readonly ags: string | null; readonly isExample: boolean }): string {
  if (ags === null) return id;
  return isExample ? `beispiel-${ags}` : ags;
}

/** Address of a published edition, below the application's own. */
export const publicPath = ({ place, slug }: Pick<Publication, 'place' | 'slug'>): string => `/k/${place}/${slug}`;

/** Address of a measure: that of its lineage, so that it stays through all editions. */
export const publicMeasurePath = (place: string, lineageId: string): string => `/k/${place}/massnahmen/${lineageId}`;

/** Address of the measures of a published edition as data, without the ending that says in which form. */
export const publicMeasureListPath = (publication: Pick<Publication, 'place' | 'slug'>): string => `${publicPath(publication)}/massnahmen`;

function withoutContact(block: DocumentBlock): DocumentBlock {
  return block.kind === 'measure' || block.kind === 'goal' ? { ...block, fields: block.fields.filter(({ key }) => key !== 'contact') } : block;
}

/** An adopted document as everybody may see it: without those whom to ask about a measure, who are named for the people taking part. */
export function publishable(document: ConceptDocument): ConceptDocument {
  return { ...document, sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(withoutContact) })) };
}
