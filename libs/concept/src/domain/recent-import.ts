/** What files can become, or bring, in an edition. */
export const RECENT_IMPORT_KINDS = ['word_sections', 'word_corrections', 'measure_list', 'measure_table'] as const;
export type RecentImportKind = (typeof RECENT_IMPORT_KINDS)[number];

export const RECENT_IMPORT_STATES = ['waiting', 'ready', 'applying', 'done', 'undone'] as const;
export type RecentImportState = (typeof RECENT_IMPORT_STATES)[number];

/** A file that somebody brought into an edition within a month, without what was read. */
export interface RecentImport {
  readonly id: string;
  readonly kind: RecentImportKind;
  readonly fileName: string;
  readonly state: RecentImportState;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly actingOrganisationId: string | null;
  /** How many sections, goals and measures, or changes came of it; null for corrections, which are taken over one by one. */
  readonly takenCount: number | null;
}

/**
 * Whether others than its owner may open an import, who have the same right: what was taken over belongs to the edition, and corrections are taken over by whoever looks at them,
 * in her own name.
 */
export const isOpenToOthers = ({ state, isForCorrections }: { readonly state: string; readonly isForCorrections: boolean }): boolean => state === 'done' || state === 'undone' || (isForCorrections && state === 'ready');

/** Whether all of it can be taken out again, should nobody have gone on working on it: that is looked at when somebody wants to. */
export const canBeUndone = ({ kind, state }: Pick<RecentImport, 'kind' | 'state'>): boolean => state === 'done' && (kind === 'word_sections' || kind === 'measure_list');
