import { createContext, useContext } from 'react';
import type { Option } from '@konzeptwerkstatt/web-ui';
import type { DocumentSession } from './connection/document-session.js';

/** What the blocks of an editor need to know of the world around the text. */
export interface SectionEditorSurroundings {
  readonly session: DocumentSession;
  readonly canWrite: boolean;
  /** Whether the text is adopted. */
  readonly isAdopted: boolean;
  /** Organisations to pick lead and partners from; ids are raw. */
  readonly organisations: readonly Option[];
  readonly indicators: readonly Option[];
  /** Block to scroll to and mark, from the address. */
  readonly highlightedBlockId: string | null;
}

const Surroundings = createContext<SectionEditorSurroundings | null>(null);

export const SectionEditorSurroundingsProvider = Surroundings.Provider;

/** @throws Error outside of an editor */
export function useSectionEditor(): SectionEditorSurroundings {
  const surroundings = useContext(Surroundings);
  if (!surroundings) throw new Error('useSectionEditor outside of a section editor');
  return surroundings;
}
