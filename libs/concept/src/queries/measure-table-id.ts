/** For German spreadsheets, in the words of the edition's language; or for programs. */
export type MeasureTableForm = 'german' | 'machine';

const form = /^measures-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(german|machine)\.csv$/;

/** The id below `/files/` of an edition's measure table. */
export function measureTableId(editionId: string, table: MeasureTableForm): string {
  return `measures-${editionId}.${table}.csv`;
}

/** Which table an id means; null when it means none. */
export function parseMeasureTableId(id: string): { readonly editionId: string; readonly table: MeasureTableForm } | null {
  const [, editionId, table] = form.exec(id) ?? [];
  return editionId === undefined ? null : { editionId, table: table as MeasureTableForm };
}
