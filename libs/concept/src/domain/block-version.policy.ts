import { createHash } from 'node:crypto';
import type { ContentBlock, FieldValues, PictureAttributes, SectionContent } from '@konzeptwerkstatt/document-model';

type Versioned = Pick<ContentBlock, 'id' | 'kind' | 'indent' | 'text' | 'parentId'>;

/**
 * A mark of what a block says, with all that is in it and its values, for each block of a text: another mark means that somebody has
 * changed something in it, exchanged a picture as well. The form of letters (bold, links) does not count.
 */
export function blockVersions(blocks: readonly Versioned[], valuesOf: (blockId: string) => FieldValues | PictureAttributes | undefined): ReadonlyMap<string, string> {
  const children = Map.groupBy(blocks, ({ parentId }) => parentId);
  const versions = new Map<string, string>();
  const mark = ({ id, kind, indent, text }: Versioned): string => {
    const values = Object.entries(valuesOf(id) ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
    const version = createHash('sha256').update(JSON.stringify([id, kind, indent, text, values, (children.get(id) ?? []).map(mark)])).digest('base64url').slice(0, 22);
    versions.set(id, version);
    return version;
  };
  (children.get(null) ?? []).forEach(mark);
  return versions;
}

/** The same for a text as a writer has it under the lock. */
export function versionsOfContent({ blocks, goals, measures, pictures }: SectionContent): ReadonlyMap<string, string> {
  const values = new Map<string, FieldValues | PictureAttributes>([
    ...[...goals, ...measures].map((object) => [object.blockId, object.values] as const),
    ...pictures.map(({ blockId, fileId, alt, caption, decorative }) => [blockId, { fileId, alt, caption, decorative }] as const),
  ]);
  return blockVersions(blocks, (blockId) => values.get(blockId));
}
