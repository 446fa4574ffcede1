const key = 'konzeptwerkstatt.section-view';

/** How a section is written on this device: live with others, or as a list of plain blocks. */
export type SectionView = 'live' | 'simple';

/** What was chosen on this device last; live where nothing can be remembered. */
export function rememberedView(): SectionView {
  try {
    return globalThis.localStorage?.getItem(key) === 'simple' ? 'simple' : 'live';
  } catch {
    return 'live';
  }
}

/** Remembers the choice for this device; without storage it holds for the page that is open. */
export function rememberView(view: SectionView): void {
  try {
    if (view === 'simple') globalThis.localStorage?.setItem(key, view);
    else globalThis.localStorage?.removeItem(key);
  } catch {
    // No storage at all: the address still says which view it is.
  }
}

/** The view an address asks for: `ansicht=einfach`, `ansicht=gemeinsam`; without either the remembered one. */
export function viewOf(asked: string | null): SectionView {
  if (asked === 'einfach') return 'simple';
  return asked === 'gemeinsam' ? 'live' : rememberedView();
}
