import { readContent } from '@konzeptwerkstatt/document-model';
import type { ContentBlock, GoalContent, MeasureContent } from '@konzeptwerkstatt/document-model';
import type * as Y from 'yjs';

/** Names a goal, a measure, a picture, an indicator, or a stored field with its value, for people. */
export interface KeptTextWords {
  readonly objectName: (kind: 'goal' | 'measure') => string;
  readonly picture: string;
  readonly indicator: string;
  readonly fieldLine: (kind: 'goal' | 'measure', key: string, value: unknown) => string;
}

const signs: Partial<Record<ContentBlock['kind'], string>> = { bulletItem: '• ', orderedItem: '– ' };

function linesOf(block: ContentBlock, objects: ReadonlyMap<string, GoalContent | MeasureContent>, words: KeptTextWords): string[] {
  const { kind, text, indent } = block;
  if (kind === 'goal' || kind === 'measure') {
    const fields = Object.entries(objects.get(block.id)?.values ?? {}).map(([key, value]) => words.fieldLine(kind, key, value));
    return [`${words.objectName(kind)}: ${text}`, ...fields];
  }
  if (kind === 'picture') return [`${words.picture}${text === '' ? '' : `: ${text}`}`];
  if (kind === 'indicator') return [words.indicator];
  return kind === 'table' ? [] : [`${'  '.repeat(indent)}${signs[kind] ?? ''}${text}`];
}

/** A section as plain text, with the fields of goals and measures: for keeping it where the program cannot. */
export function keptText(doc: Y.Doc, title: string, words: KeptTextWords): string {
  const { blocks, goals, measures } = readContent(doc);
  const objects = new Map([...goals, ...measures].map((object) => [object.blockId, object]));
  return [title, ...blocks.flatMap((block) => linesOf(block, objects, words).join('\n'))].join('\n\n').concat('\n');
}
