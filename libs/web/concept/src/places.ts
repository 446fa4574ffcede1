import type { RecentImportKind } from '@konzeptwerkstatt/web-data';

/** Addresses of the concept pages; every id in them is a raw one. */
export const editionPath = (editionUuid: string): string => `/konzepte/${editionUuid}`;
export const tablePath = (editionUuid: string): string => `${editionPath(editionUuid)}/massnahmen`;
export const tableImportPath = (editionUuid: string): string => `${tablePath(editionUuid)}/einlesen`;
export const wordImportPath = (editionUuid: string): string => `${editionPath(editionUuid)}/aus-word`;
export const wordCorrectionsPath = (editionUuid: string): string => `${editionPath(editionUuid)}/korrekturen-aus-word`;
export const listImportPath = (editionUuid: string): string => `${tablePath(editionUuid)}/liste`;

/** Where an import of one's own is looked at, by what it becomes. */
export function importPath(editionUuid: string, kind: RecentImportKind, importUuid: string): string {
  switch (kind) {
    case 'WORD_SECTIONS':
      return `${wordImportPath(editionUuid)}?datei=${importUuid}`;
    case 'WORD_CORRECTIONS':
      return `${wordCorrectionsPath(editionUuid)}?datei=${importUuid}`;
    case 'MEASURE_LIST':
      return `${listImportPath(editionUuid)}?liste=${importUuid}`;
    case 'MEASURE_TABLE':
      return `${tableImportPath(editionUuid)}?datei=${importUuid}`;
  }
}
export const standingPath = (editionUuid: string): string => `${editionPath(editionUuid)}/umsetzung`;
export const gapsPath = (editionUuid: string): string => `${editionPath(editionUuid)}/luecken`;
export const adoptionPath = (editionUuid: string): string => `${editionPath(editionUuid)}/beschluss`;
export const comparisonPath = (editionUuid: string): string => `${editionPath(editionUuid)}/vergleich`;
export const activityPath = (editionUuid: string): string => `${editionPath(editionUuid)}/verlauf`;
export const contributionsPath = (editionUuid: string): string => `${editionPath(editionUuid)}/rueckmeldungen`;
/** Short versions and links that are passed on. */
export const sharingPath = (editionUuid: string): string => `${editionPath(editionUuid)}/weitergeben`;
export const inquiriesPath = (editionUuid: string): string => `${editionPath(editionUuid)}/abfragen`;
export const indicatorPath = (indicatorUuid: string): string => `/indikatoren/${indicatorUuid}`;

/** A section's text, at one of its blocks if named. */
export function sectionPath(editionUuid: string, sectionUuid: string, blockId?: string | null): string {
  return `${editionPath(editionUuid)}/abschnitte/${sectionUuid}${blockId ? `?block=${blockId}` : ''}`;
}

/** Saying something about an edition, or about a section and a goal or measure in it. */
export function contributePath(editionUuid: string, sectionUuid?: string, object?: { readonly kind: 'goal' | 'measure'; readonly uuid: string }): string {
  const query = new URLSearchParams(sectionUuid ? { abschnitt: sectionUuid } : {});
  if (object) query.set(object.kind === 'goal' ? 'ziel' : 'massnahme', object.uuid);
  return `${editionPath(editionUuid)}/rueckmeldung${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/** A section's text, held against the edition before. */
export const sectionComparisonPath = (editionUuid: string, sectionUuid: string): string => `${sectionPath(editionUuid, sectionUuid)}/vergleich`;

/** The versions of a section's text. */
export const versionsPath = (editionUuid: string, sectionUuid: string): string => `${sectionPath(editionUuid, sectionUuid)}/fassungen`;
export const versionPath = (editionUuid: string, sectionUuid: string, versionUuid: string): string => `${versionsPath(editionUuid, sectionUuid)}/${versionUuid}`;

interface Place {
  readonly section: { readonly uuid: string; readonly edition: { readonly uuid: string } } | null;
  readonly blockId?: string | null;
  readonly indicator?: { readonly uuid: string } | null;
}

/** Where something leads to: its indicator, where values are entered, otherwise its block in the text; null when neither is there any more. */
export function placeOf({ section, blockId, indicator }: Place): string | null {
  if (indicator) return indicatorPath(indicator.uuid);
  return section ? sectionPath(section.edition.uuid, section.uuid, blockId) : null;
}
