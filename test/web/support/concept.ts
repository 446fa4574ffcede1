import type { ApplicationUnderTest, DemonstrationAccount } from '@konzeptwerkstatt/test-support';

/** A concept as the server has it, for what a journey starts from and what it must have brought about. */
export interface Concept {
  readonly uuid: string;
  readonly title: string;
  readonly sections: readonly { readonly uuid: string; readonly title: string; readonly kind: string; readonly documentId: string }[];
  /** Address of a section's page. @throws Error for an unknown title */
  pathOf(sectionTitle: string): string;
}

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

export const nodesOf = <Node>({ edges }: Connection<Node>): Node[] => edges.map(({ node }) => node);

const CONCEPT = '{ editions { edges { node { uuid title sections(first: 100) { edges { node { uuid title kind documentId } } } } } } }';

/** The concept an account works in. */
export async function conceptOf(application: ApplicationUnderTest, account: DemonstrationAccount): Promise<Concept> {
  const data = await (await application.as(account)).get<{ editions: Connection<{ uuid: string; title: string; sections: Connection<Concept['sections'][number]> }> }>(CONCEPT);
  const edition = nodesOf(data.editions)[0];
  if (!edition) throw new Error(`${account} sees no concept`);
  const sections = nodesOf(edition.sections);
  const pathOf = (sectionTitle: string): string => {
    const section = sections.find(({ title }) => title === sectionTitle);
    if (!section) throw new Error(`no section "${sectionTitle}"`);
    return `/konzepte/${edition.uuid}/abschnitte/${section.uuid}`;
  };
  return { uuid: edition.uuid, title: edition.title, sections, pathOf };
}

/** A measure as the server answers for the table. */
export interface StoredMeasure {
  readonly id: string;
  readonly blockId: string;
  readonly title: string;
  readonly description: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly decisionState: string;
  readonly lead: string | null;
  readonly partners: readonly string[];
  readonly targetGroups: readonly string[];
  readonly period: string | null;
  readonly resources: string | null;
  readonly budgetAmount: string | null;
  readonly fundingSource: string | null;
  readonly staffPositions: string | null;
  readonly priority: string | null;
  readonly fundingState: string | null;
  readonly contact: string | null;
  readonly district: string | null;
  readonly indicators: readonly string[];
}

type Named = { readonly name: string };
type MeasureAnswer = Omit<StoredMeasure, 'lead' | 'partners' | 'indicators'> & { lead: Named | null; partners: Connection<Named>; indicators: Connection<Named> };

const MEASURES = `query ($uuid: String!) { edition(uuid: $uuid) { measures(first: 100) { edges { node {
  id blockId title description type status decisionState lead { name } partners { edges { node { name } } } targetGroups period resources budgetAmount fundingSource staffPositions priority fundingState contact district indicators { edges { node { name } } }
} } } } }`;

/** All measures of a concept, in its order. */
export async function measuresOf(application: ApplicationUnderTest, { uuid }: Concept, account: DemonstrationAccount = 'office'): Promise<StoredMeasure[]> {
  const data = await (await application.as(account)).get<{ edition: { measures: Connection<MeasureAnswer> } }>(MEASURES, { uuid });
  return nodesOf(data.edition.measures).map((measure) => ({
    ...measure, lead: measure.lead?.name ?? null, partners: nodesOf(measure.partners).map(({ name }) => name), indicators: nodesOf(measure.indicators).map(({ name }) => name),
  }));
}

/** The measure with a title. @throws Error when there is none */
export async function measureCalled(application: ApplicationUnderTest, concept: Concept, title: string): Promise<StoredMeasure> {
  const measure = (await measuresOf(application, concept)).find((candidate) => candidate.title === title);
  if (!measure) throw new Error(`the server has no measure "${title}"`);
  return measure;
}

/** A section's text as the server renders it, in its markup. */
export async function textOf(application: ApplicationUnderTest, concept: Concept, sectionTitle: string): Promise<string> {
  const uuid = concept.sections.find(({ title }) => title === sectionTitle)?.uuid;
  const data = await (await application.as('office')).get<{ section: { readingHtml: string } }>('query ($uuid: String!) { section(uuid: $uuid) { readingHtml } }', { uuid });
  return data.section.readingHtml;
}
