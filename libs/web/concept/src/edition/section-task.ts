import type { SectionSummaryFragment } from '@konzeptwerkstatt/web-data';

/** What somebody is about to do to the structure of an edition; opens the dialog for it. */
export type SectionTask =
  | { readonly type: 'add' }
  | { readonly type: 'rename' | 'move' | 'remove'; readonly section: SectionSummaryFragment };

/** Marks a section's menu button, so that the focus finds back to it after the list was reordered. */
export const sectionMenuAttribute = 'data-section-menu';

/** After which section a section must be put to stand one place further up (-1) or down (1); undefined at the end of the list. */
export function neighbourFor(ids: readonly string[], id: string, by: 1 | -1): string | null | undefined {
  const index = ids.indexOf(id);
  const target = index + by;
  if (index < 0 || target < 0 || target >= ids.length) return undefined;
  // Upwards it comes after the one before its predecessor, downwards after its successor.
  return by === 1 ? ids[target] : (ids[target - 1] ?? null);
}
