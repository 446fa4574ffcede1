import type { LoadContributionsCommand, LoadedContribution } from '@konzeptwerkstatt/participation';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { CityContent, ContributionContent } from '../content/city-content.js';
import { blocksOf } from './section-blocks.js';
import type { KnownIds } from './section-blocks.js';

/** Where contributions were made. */
export interface ContributionPlaces {
  readonly municipalityId: string;
  readonly editionId: string;
  /** Section ids by title. */
  readonly sections: ReadonlyMap<string, string>;
  readonly known: KnownIds;
}

/** A measure as it stands in the rows. */
interface MeasurePlace {
  readonly id: string;
  readonly blockId: string;
  readonly sectionId: string;
}

function found<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`A contribution of the demonstration names ${what}, which it does not have`);
  return value;
}

async function measureNamed(tx: Transaction, { municipalityId }: ContributionPlaces, sectionId: string | null, title: string): Promise<MeasurePlace> {
  const row = await tx.measure.findFirst({ where: { municipalityId, sectionId: found(sectionId, title), title }, select: { id: true, blockId: true } });
  return { ...found(row, title), sectionId: found(sectionId, title) };
}

/** The block of a section's text in which words stand. */
function blockWith(city: CityContent, { sections, known }: ContributionPlaces, title: string, quote: string): string {
  const section = found(city.sections.find((candidate) => candidate.title === title), title);
  const blocks = blocksOf(section, found(sections.get(title), title), known);
  return found(blocks.find((block) => 'text' in block && typeof block.text === 'string' && block.text.includes(quote))?.id, quote);
}

async function contributorOf(tx: Transaction, { people }: CityContent, { from, way = 'online' }: ContributionContent): Promise<string | null> {
  const account = people.find(({ organisation }) => organisation === from);
  if (way !== 'online' || account === undefined) return null;
  return (await tx.person.findUnique({ where: { email: account.email }, select: { id: true } }))?.id ?? null;
}

async function loadedOf(tx: Transaction, city: CityContent, places: ContributionPlaces, content: ContributionContent): Promise<LoadedContribution> {
  const { kind, title = null, text, quote = null, replacement = null, language = 'de', way = 'online', daysAgo, bundle = null, assigned, answer } = content;
  const organisation = (key: string): string => found(places.known.organisations.get(key), key);
  const sectionId = content.section === undefined ? null : found(places.sections.get(content.section), content.section);
  const measure = content.measure === undefined ? null : await measureNamed(tx, places, sectionId, content.measure);
  const became = content.becameMeasure === undefined ? null : await measureNamed(tx, places, sectionId, content.becameMeasure);
  const blockId = quote === null ? measure?.blockId ?? null : blockWith(city, places, content.section ?? '', quote);
  return {
    sectionId, target: quote !== null ? 'passage' : measure !== null ? 'measure' : sectionId === null ? 'edition' : 'section', objectId: measure?.id ?? null, blockId, quote, quoteBefore: quote === null ? null : '',
    kind, title, text, replacement, language, way, sender: null, receivedOn: null, contributorId: await contributorOf(tx, city, content), organisationId: organisation(content.from), daysAgo, bundle,
    assigned: assigned === undefined ? null : { organisationId: organisation(assigned.office), inDays: assigned.inDays },
    response: answer === undefined ? null : { ...answer, organisationId: organisation('integration') },
    outcome: became === null ? null : { kind: 'measure', sectionId: became.sectionId, blockId: became.blockId, objectId: became.id },
  };
}

/** Loads what was said about a city's concept, with the answers. */
export async function loadContributions(tx: Transaction, command: LoadContributionsCommand, city: CityContent, places: ContributionPlaces): Promise<void> {
  const loaded: LoadedContribution[] = [];
  for (const content of city.contributions) loaded.push(await loadedOf(tx, city, places, content));
  await command.run(tx, places, loaded);
}
