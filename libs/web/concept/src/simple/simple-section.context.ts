import type { Option } from '@konzeptwerkstatt/web-ui';
import { createContext, useContext } from 'react';
import type { Send } from '../data/use-send.js';
import type { DraftStore } from './draft-store.js';
import type { ObjectValueSender } from './object-values.js';

/** How far something that was typed has come. `unkept`: not even this device has it. */
export type EntryState = 'clean' | 'unsaved' | 'unkept' | 'saving';

/** What the blocks of a simple view need to know of the section around them. */
export interface SimpleSection {
  /** Global id. */
  readonly sectionId: string;
  readonly canWrite: boolean;
  /** In which the text is written (BCP 47). */
  readonly language: string;
  /** Whether the text is adopted. */
  readonly isAdopted: boolean;
  readonly send: Send;
  readonly values: ObjectValueSender;
  readonly drafts: DraftStore;
  /** To pick from, by raw id. */
  readonly organisations: readonly Option[];
  readonly indicators: readonly Option[];
  /** Loads the text of now. */
  readonly reload: () => Promise<void>;
  /** Tells how far an entry has come; the line about saving is made of all of them. */
  readonly report: (name: string, state: EntryState) => void;
}

const Context = createContext<SimpleSection | null>(null);

export const SimpleSectionProvider = Context.Provider;

/** @throws Error outside of a simple view */
export function useSimpleSection(): SimpleSection {
  const section = useContext(Context);
  if (!section) throw new Error('useSimpleSection outside of a simple view');
  return section;
}
