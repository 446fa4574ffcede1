import type { Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentStep } from '@konzeptwerkstatt/contracts';
import type { ContentBlock, SectionContent } from '@konzeptwerkstatt/document-model';

/** Who wrote what: the last writer of each changed key, and every writer of each changed block. */
export interface Authorship {
  /** By `<block id>` (it came or went) and `<block id>/<field key>`. */
  readonly byKey: ReadonlyMap<string, Actor>;
  readonly texts: readonly { readonly blockId: string; readonly actor: Actor }[];
}

const looks = (block: ContentBlock): string => JSON.stringify([block.kind, block.indent, block.text, block.parentId]);

/** Keys whose value differs, in both directions. */
function changedValues(before: SectionContent, after: SectionContent): string[] {
  const valuesOf = (content: SectionContent): Map<string, unknown> =>
    new Map([...content.goals, ...content.measures].flatMap(({ blockId, values }) => Object.entries(values).map(([key, value]) => [`${blockId}/${key}`, value] as const)));
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
}

function changedBlocks(before: SectionContent, after: SectionContent): { came: string[]; went: string[]; rewritten: string[] } {
  const [old, now] = [new Map(before.blocks.map((block) => [block.id, block])), new Map(after.blocks.map((block) => [block.id, block]))];
  return {
    came: [...now.keys()].filter((id) => !old.has(id)),
    went: [...old.keys()].filter((id) => !now.has(id)),
    rewritten: after.blocks.filter((block) => { const was = old.get(block.id); return was !== undefined && looks(was) !== looks(block); }).map((block) => block.id),
  };
}

/**
 * Reads off the steps who did what. A later step wins a key, as it does in the document; a step that set a value which
 * lost against a concurrent one shows no difference and so claims nothing. Goals and measures that came or went tell of
 * themselves; for them only later rewording counts as text.
 */
export function authorshipOf(start: SectionContent, steps: readonly DocumentStep[]): Authorship {
  const byKey = new Map<string, Actor>();
  const texts: { blockId: string; actor: Actor }[] = [];
  let before = start;
  for (const { actor, content } of steps) {
    const { came, went, rewritten } = changedBlocks(before, content);
    const objects = new Set([...before.goals, ...before.measures, ...content.goals, ...content.measures].map(({ blockId }) => blockId));
    for (const key of [...came, ...went, ...changedValues(before, content)]) byKey.set(key, actor);
    for (const blockId of [...came, ...went].filter((id) => !objects.has(id)).concat(rewritten)) texts.push({ blockId, actor });
    before = content;
  }
  return { byKey, texts };
}
