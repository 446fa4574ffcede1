import { randomUUID } from 'node:crypto';
import { AddMeasureDocument, AddSectionDocument, ConceptListDocument, MeasureTableDocument, type MeasureRowFragment } from '../../../libs/web/data/src/generated/graphql.js';
import type { ApplicationUnderTest, GraphqlVisitor } from '@konzeptwerkstatt/test-support';

/** A section made for one test, so that tests do not meet. */
export interface Desk {
  readonly sectionId: string;
  readonly sectionUuid: string;
  readonly documentId: string;
  readonly editionId: string;
  readonly editionUuid: string;
}

/** A key for one mutation. */
export const key = (): string => randomUUID();

/** Adds an empty field of action to the demonstration's concept, as the integration office. */
export async function newDesk(application: ApplicationUnderTest, title = `Feld ${key()}`): Promise<Desk> {
  const office = await application.as('office');
  const { editions } = await office.get(ConceptListDocument, {});
  const edition = editions.edges[0]?.node;
  if (edition === undefined) throw new Error('the demonstration has no concept');
  const { addSection } = await office.get(AddSectionDocument, { input: { editionId: edition.id, kind: 'FIELD_OF_ACTION', title, idempotencyKey: key() } });
  const uuid = addSection.section?.uuid ?? '';
  const { section } = await office.get<{ section: { id: string; documentId: string } | null }>('query ($uuid: String!) { section(uuid: $uuid) { id documentId } }', { uuid });
  if (!section) throw new Error(`no section: ${JSON.stringify(addSection.errors)}`);
  return { sectionId: section.id, sectionUuid: uuid, documentId: section.documentId, editionId: edition.id, editionUuid: edition.uuid };
}

/** Adds a measure through the API. */
export async function addMeasure(visitor: GraphqlVisitor, { sectionId }: Desk, title: string): Promise<MeasureRowFragment> {
  const { addMeasure: payload } = await visitor.get(AddMeasureDocument, { input: { sectionId, title, idempotencyKey: key() } });
  if (!payload.measure) throw new Error(`no measure: ${JSON.stringify(payload.errors)}`);
  return payload.measure;
}

/** The rows of the measure table that stand in this section. */
export async function rowsOf(visitor: GraphqlVisitor, { editionUuid, sectionId }: Desk): Promise<readonly MeasureRowFragment[]> {
  const { edition } = await visitor.get(MeasureTableDocument, { uuid: editionUuid, filter: { sectionIds: [sectionId] } });
  return edition?.measures.edges.map(({ node }) => node) ?? [];
}

/** The ids of an organisation by the beginning of its name. */
export async function organisationNamed(visitor: GraphqlVisitor, name: string): Promise<{ readonly id: string; readonly uuid: string }> {
  const { organisations } = await visitor.get<{ organisations: { edges: { node: { id: string; uuid: string; name: string } }[] } }>('{ organisations(first: 100) { edges { node { id uuid name } } } }');
  const found = organisations.edges.find(({ node }) => node.name.startsWith(name))?.node;
  if (found === undefined) throw new Error(`no organisation ${name}`);
  return found;
}
