/** What somebody is typing into a block and has not saved. */
export interface BlockDraft {
  readonly text: string;
  /** The words the draft is meant to replace; null of a block that is still to be added. */
  readonly expected: string | null;
  /** Where and as what a new block is added; null of a block that is there. */
  readonly addition: { readonly kind: string; readonly besideBlockId: string | null; readonly side: string } | null;
}

/** Sign-out deletes all that begins like this. */
export const draftPrefix = 'konzeptwerkstatt/draft/';

function isDraft(value: unknown): value is BlockDraft {
  return typeof value === 'object' && value !== null && typeof (value as BlockDraft).text === 'string';
}

/**
 * Drafts of one section and actor on this device. They survive a reload, and are never sent by themselves.
 * @param storage where they are kept; undefined where there is none
 */
export class DraftStore {
  private readonly prefix: string;
  /** What forms of this page hold, wherever nothing can be stored. */
  private readonly held = new Map<string, BlockDraft>();

  constructor(documentId: string, actorKey: string, private readonly storage: Storage | undefined) {
    this.prefix = `${draftPrefix}${documentId}/${actorKey}/`;
  }

  /** @returns whether the draft is kept now */
  keep(name: string, draft: BlockDraft): boolean {
    this.held.set(name, draft);
    try {
      if (this.storage === undefined) return false;
      this.storage.setItem(this.prefix + name, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  forget(name: string): void {
    this.held.delete(name);
    try {
      this.storage?.removeItem(this.prefix + name);
    } catch {
      // Where nothing can be removed nothing was kept.
    }
  }

  /** What was typed under a name and is neither saved nor given up. */
  find(name: string): BlockDraft | undefined {
    return this.held.get(name) ?? this.all().get(name);
  }

  /** All drafts by name: the block's id, or `new/…` of a block that is still to be added. */
  all(): ReadonlyMap<string, BlockDraft> {
    const found = new Map<string, BlockDraft>();
    try {
      for (const key of Object.keys(this.storage ?? {})) {
        if (!key.startsWith(this.prefix)) continue;
        const draft: unknown = JSON.parse(this.storage?.getItem(key) ?? 'null');
        if (isDraft(draft)) found.set(key.slice(this.prefix.length), draft);
      }
    } catch {
      // A draft that cannot be read is none.
    }
    return found;
  }
}

/** The browser's storage; undefined where it is switched off. */
export function deviceStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
