import type * as Y from 'yjs';
import { goalFieldsOf, measureFieldsOf } from '../fields/field-values.reader.js';
import type { FieldValues, GoalFields, MeasureFields } from '../fields/field-values.reader.js';
import { toBlockKind, toIndent } from '../schema/block-kind.policy.js';
import type { BlockKind } from '../schema/block-kind.policy.js';
import { pictureWords, toPictureAttributes } from '../schema/picture.policy.js';
import type { PictureAttributes } from '../schema/picture.policy.js';
import type { IdentifiedNode } from '../schema/structure.policy.js';
import { childElements, readBody, titleOf } from './body.reader.js';
import type { BodyNode } from './body.reader.js';
import { groupFields, validValues } from './field.reader.js';
import { plainText } from './text-run.reader.js';

/** Any block with an id, in document order. */
export interface ContentBlock {
  readonly id: string;
  readonly kind: BlockKind | 'goal' | 'measure' | 'table' | 'picture' | 'indicator';
  readonly indent: number;
  /** Its own words: of a goal or measure the title, of a table nothing (its cells hold blocks of their own), of a picture its alternative text and caption, one line each, of an indicator nothing (it is looked up when it is read). */
  readonly text: string;
  /** The goal, measure or table it stands in; null at the top level. */
  readonly parentId: string | null;
}

interface ConceptObjectContent {
  readonly blockId: string;
  /** One line, without blanks around it; empty when nobody has typed one. */
  readonly title: string;
  /** Plain words, one line per block. */
  readonly description: string;
  /** Position among the goals, respectively measures, of this section, from 1. */
  readonly ordinal: number;
  /** The valid stored values by key, for comparing with what somebody saw. */
  readonly values: FieldValues;
}

export interface GoalContent extends ConceptObjectContent {
  readonly fields: GoalFields;
}

export interface MeasureContent extends ConceptObjectContent {
  readonly fields: MeasureFields;
  /** Goals of this section it serves: the linked ones that exist, otherwise the nearest goal above; empty when there is none. */
  readonly goalBlockIds: readonly string[];
  /** True when `goalBlockIds` were linked by hand. */
  readonly goalsLinked: boolean;
}

/** A picture of the text. */
export interface PictureContent extends PictureAttributes {
  readonly blockId: string;
  /** The goal or measure it stands in; null at the top level. */
  readonly parentId: string | null;
}

/** What a section's document says, as plain JSON. */
export interface SectionContent {
  readonly blocks: readonly ContentBlock[];
  /** In document order. */
  readonly pictures: readonly PictureContent[];
  readonly goals: readonly GoalContent[];
  readonly measures: readonly MeasureContent[];
}

function parentIdOf(node: BodyNode): string | null {
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (parent.id !== null) return parent.id;
  }
  return null;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The title of a goal or measure as readers see it. */
export function titleText(node: BodyNode): string {
  const title = titleOf(node);
  return title === null ? '' : oneLine(plainText(title));
}

const pictureOf = (node: BodyNode): PictureAttributes => toPictureAttributes(node.element.getAttributes());

function ownText(node: BodyNode): string {
  if (node.name === 'block') return plainText(node);
  if (node.name === 'picture') return pictureWords(pictureOf(node));
  return node.name === 'table' || node.name === 'indicator' ? '' : titleText(node);
}

function toContentBlock(node: BodyNode): ContentBlock {
  const attrs: Readonly<Record<string, unknown>> = node.element.getAttributes();
  return {
    id: node.id as string,
    kind: node.name === 'block' ? toBlockKind(attrs['kind']) : (node.name as Exclude<IdentifiedNode, 'block'>),
    indent: node.name === 'block' ? toIndent(attrs['indent']) : 0,
    text: ownText(node),
    parentId: parentIdOf(node),
  };
}

function toConceptObject(node: BodyNode, ordinal: number, values: FieldValues): ConceptObjectContent {
  const title = titleOf(node);
  const description = childElements(node).filter((child) => child !== title && child.name !== 'picture' && child.name !== 'indicator').map(plainText).join('\n').trim();
  return { blockId: node.id as string, title: titleText(node), description, ordinal, values };
}

/** Collects goals and measures in document order; measures look up to the goals before them only once all are known. */
class ConceptObjectCollector {
  readonly goals: GoalContent[] = [];
  readonly #measures: { measure: ConceptObjectContent; fields: MeasureFields; goalAbove: string | null }[] = [];

  constructor(private readonly fields: ReadonlyMap<string, ReadonlyMap<string, unknown>>) {}

  add(node: BodyNode): void {
    if (node.name !== 'goal' && node.name !== 'measure') return;
    const values = validValues(node.name, this.fields.get(node.id as string));
    if (node.name === 'goal') {
      this.goals.push({ ...toConceptObject(node, this.goals.length + 1, values), fields: goalFieldsOf(values) });
      return;
    }
    const goalAbove = this.goals.at(-1)?.blockId ?? null;
    this.#measures.push({ measure: toConceptObject(node, this.#measures.length + 1, values), fields: measureFieldsOf(values), goalAbove });
  }

  measures(): MeasureContent[] {
    const known = new Set(this.goals.map((goal) => goal.blockId));
    return this.#measures.map(({ measure, fields, goalAbove }) => {
      const linked = fields.goals.filter((id) => known.has(id));
      const implicit = goalAbove === null ? [] : [goalAbove];
      return { ...measure, fields, goalBlockIds: linked.length > 0 ? linked : implicit, goalsLinked: linked.length > 0 };
    });
  }
}

/**
 * Reads blocks, goals and measures of a section. Invalid values and keys without a block count as absent; blocks that
 * share an id are told apart as `resolveBlockIds` says. Never throws for what a document may hold.
 */
export function readContent(doc: Y.Doc): SectionContent {
  const { identified } = readBody(doc);
  const collector = new ConceptObjectCollector(groupFields(doc));
  identified.forEach((node) => collector.add(node));
  const pictures = identified.filter(({ name }) => name === 'picture').map((node) => ({ blockId: node.id as string, parentId: parentIdOf(node), ...pictureOf(node) }));
  return { blocks: identified.map(toContentBlock), pictures, goals: collector.goals, measures: collector.measures() };
}
