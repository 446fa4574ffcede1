import type * as Y from 'yjs';
import { BlockNotFound, DocumentChangeRefused, refuse } from '../document-model.errors.js';
import type { FieldOwner } from '../fields/field.registry.js';
import { fieldKey } from '../fields/field-key.policy.js';
import { readBody } from '../reading/body.reader.js';
import type { BodyNode } from '../reading/body.reader.js';
import { bodyOf, fieldsOf } from '../reading/section-document.js';
import { derivedBlockId } from '../schema/block-id.policy.js';
import { toIndicatorId } from '../schema/indicator-block.policy.js';
import { toPictureAttributes, toPictureText } from '../schema/picture.policy.js';
import type { PictureAttributes } from '../schema/picture.policy.js';
import { checkChanges, findBlock } from './fields.editor.js';
import type { FieldChanges } from './fields.editor.js';
import { toSpan } from '../schema/table.schema.js';
import { blockIdOr, createElement, createInline, createTextBlock } from './text-block.factory.js';
import type { TextBlockSpec } from './text-block.factory.js';
import { toTitle } from './title.policy.js';

/** A goal or measure to be written; a plain description becomes one paragraph per line. */
export interface ConceptObjectSpec {
  readonly type: FieldOwner;
  readonly id?: string;
  readonly title: string;
  readonly description?: string | readonly TextBlockSpec[];
  /** Structured values by key without block id. */
  readonly values?: FieldChanges;
}

/** A cell with blocks of its own, e.g. of a table that comes from elsewhere; without any it gets an empty paragraph. */
export interface CellSpec {
  readonly isHeader: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: readonly TextBlockSpec[];
}

/** A table; `header` is its first row, a cell of words only is one paragraph. */
export interface TableSpec {
  readonly type: 'table';
  readonly id?: string;
  readonly header?: readonly string[];
  readonly rows: readonly (readonly (string | CellSpec)[])[];
}

/** A picture whose file is stored already; texts longer than a picture may have are cut. */
export interface PictureSpec extends Partial<PictureAttributes> {
  readonly type: 'picture';
  readonly id?: string;
}

/** An indicator that the text shows where it stands. */
export interface IndicatorSpec {
  readonly type: 'indicator';
  readonly id?: string;
  readonly indicatorId: string;
}

export type BlockSpec = TextBlockSpec | ConceptObjectSpec | TableSpec | PictureSpec | IndicatorSpec;

/** A goal or measure to be put into the text, behind the top-level block that holds `afterBlockId`, at the end without it. */
export interface ConceptObjectInsertion {
  readonly blockId: string;
  readonly title: string;
  readonly description?: string;
  readonly afterBlockId?: string | null;
  readonly values?: FieldChanges;
}

/** A block ready to be put into a text, with the values that hang on its id. */
export interface PreparedBlock {
  readonly element: Y.XmlElement;
  readonly id: string;
  readonly values: FieldChanges;
}

/** Ids of the paragraphs follow from the object's id: the same change gives the same text wherever it is replayed. */
function descriptionBlocks(id: string, description: ConceptObjectSpec['description']): Y.XmlElement[] {
  if (description === undefined || description === '') return [];
  if (typeof description !== 'string') return description.map(createTextBlock);
  return description.split(/\r\n|\r|\n/).map((text, index) => createTextBlock({ type: 'paragraph', id: derivedBlockId(`${id}/description/${index}`), text }));
}

function prepareConceptObject(spec: ConceptObjectSpec): PreparedBlock {
  const id = blockIdOr(spec.id);
  const values = spec.values ?? {};
  const problems = checkChanges(spec.type, values);
  if (problems.length > 0) {
    throw new DocumentChangeRefused({ code: 'FIELDS_INVALID', message: 'Einige Angaben können so nicht gespeichert werden.', params: { blockId: id }, fields: problems });
  }
  const title = createElement('title', {}, createInline(toTitle(spec.title)));
  return { id, values, element: createElement(spec.type, { id }, [title, ...descriptionBlocks(id, spec.description)]) };
}

const emptyParagraph: TextBlockSpec = { type: 'paragraph', text: '' };

function prepareTable(spec: TableSpec): PreparedBlock {
  const id = blockIdOr(spec.id);
  const cell = ({ isHeader, colspan, rowspan, blocks }: CellSpec): Y.XmlElement =>
    createElement(isHeader ? 'tableHeader' : 'tableCell', { colspan: toSpan(colspan), rowspan: toSpan(rowspan) }, (blocks.length > 0 ? blocks : [emptyParagraph]).map(createTextBlock));
  const row = (isHeader: boolean, cells: readonly (string | CellSpec)[]): Y.XmlElement =>
    createElement('tableRow', {}, cells.map((one) => cell(typeof one === 'string' ? { isHeader, colspan: 1, rowspan: 1, blocks: [{ type: 'paragraph', text: one }] } : one)));
  const rows = [...(spec.header === undefined ? [] : [row(true, spec.header)]), ...spec.rows.map((cells) => row(false, cells))];
  return { id, values: {}, element: createElement('table', { id }, rows) };
}

/** As the editor's binding writes it: no file is no attribute. */
function createPicture(spec: PictureSpec): PreparedBlock {
  const id = blockIdOr(spec.id);
  const { fileId, ...texts } = toPictureAttributes({ ...spec, alt: toPictureText(spec.alt), caption: toPictureText(spec.caption) });
  return { id, values: {}, element: createElement('picture', { id, ...(fileId === null ? {} : { fileId }), ...texts }, []) };
}

function createIndicator(spec: IndicatorSpec): PreparedBlock {
  const id = blockIdOr(spec.id);
  const indicatorId = toIndicatorId({ indicatorId: spec.indicatorId });
  return { id, values: {}, element: createElement('indicator', { id, ...(indicatorId === null ? {} : { indicatorId }) }, []) };
}

/** Throws FIELDS_INVALID, BLOCK_ID_MALFORMED, TEXT_FORBIDDEN_CHARACTER and a title's refusals. */
export function prepareBlock(spec: BlockSpec): PreparedBlock {
  if (spec.type === 'picture') return createPicture(spec);
  if (spec.type === 'indicator') return createIndicator(spec);
  if ('title' in spec) return prepareConceptObject(spec);
  if ('rows' in spec) return prepareTable(spec);
  const id = blockIdOr(spec.id);
  return { id, values: {}, element: createTextBlock({ ...spec, id }) };
}

/** Sets the values of a block that was put into the text. */
export function writeValues(doc: Y.Doc, { id, values }: PreparedBlock): void {
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && value !== '') fieldsOf(doc).set(fieldKey(id, key), value);
  }
}

function insertAt(doc: Y.Doc, index: number, prepared: readonly PreparedBlock[]): void {
  const { byId } = readBody(doc);
  const ids = prepared.map((block) => block.id);
  const taken = ids.find((id, position) => byId.has(id) || ids.indexOf(id) !== position);
  if (taken !== undefined) throw refuse('BLOCK_ID_TAKEN', 'Dieser Textabschnitt ist schon da.', { blockId: taken });
  doc.transact(() => {
    bodyOf(doc).insert(index, prepared.map((block) => block.element));
    for (const block of prepared) writeValues(doc, block);
  });
}

/** The place in the body behind the top-level block that holds the given block. */
function indexAfter(doc: Y.Doc, afterBlockId: string | null | undefined): number {
  if (afterBlockId === undefined || afterBlockId === null) return bodyOf(doc).length;
  let node: BodyNode = findBlock(doc, afterBlockId);
  while (node.parent !== null) node = node.parent;
  const index = bodyOf(doc).toArray().indexOf(node.element);
  if (index < 0) throw new BlockNotFound(afterBlockId);
  return index + 1;
}

function insertConceptObject(doc: Y.Doc, type: FieldOwner, { blockId, afterBlockId, ...spec }: ConceptObjectInsertion): void {
  insertAt(doc, indexAfter(doc, afterBlockId), [prepareConceptObject({ ...spec, type, id: blockId })]);
}

/** Puts a new goal into the text. Throws BLOCK_NOT_FOUND (`afterBlockId`), BLOCK_ID_TAKEN, FIELDS_INVALID and the title's refusals. */
export function insertGoal(doc: Y.Doc, insertion: ConceptObjectInsertion): void {
  insertConceptObject(doc, 'goal', insertion);
}

/** Puts a new measure into the text; refusals as with {@link insertGoal}. */
export function insertMeasure(doc: Y.Doc, insertion: ConceptObjectInsertion): void {
  insertConceptObject(doc, 'measure', insertion);
}

/** Writes blocks at the end, all or none; returns their ids in order. Refusals as with {@link insertGoal}. */
export function appendBlocks(doc: Y.Doc, blocks: readonly BlockSpec[]): string[] {
  const prepared = blocks.map(prepareBlock);
  if (prepared.length > 0) insertAt(doc, bodyOf(doc).length, prepared);
  return prepared.map((block) => block.id);
}

/** Takes several blocks of the top level out, all or none. Throws BLOCK_NOT_FOUND. */
export function removeBlocks(doc: Y.Doc, blockIds: readonly string[]): void {
  const { byId } = readBody(doc);
  const missing = blockIds.find((id) => byId.get(id)?.parent !== null);
  if (missing !== undefined) throw new BlockNotFound(missing);
  const gone = new Set<unknown>(blockIds.map((id) => byId.get(id)?.element));
  const body = bodyOf(doc);
  doc.transact(() => {
    const elements = body.toArray() as unknown[];
    for (let index = elements.length - 1; index >= 0; index -= 1) {
      if (gone.has(elements[index])) body.delete(index, 1);
    }
  });
}

/** Takes a block with all that is in it out of the text; its field keys stay until they are cleared by age. Throws BLOCK_NOT_FOUND. */
export function removeBlock(doc: Y.Doc, blockId: string): void {
  const { element, parent } = findBlock(doc, blockId);
  const container = parent?.element ?? bodyOf(doc);
  container.delete(container.toArray().indexOf(element), 1);
}
