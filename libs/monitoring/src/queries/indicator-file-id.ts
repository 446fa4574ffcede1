/** Files of an indicator's values: for German spreadsheets or for programs, one value or one series a line; or a workbook with all of it. */
export const INDICATOR_FILE_FORMS = ['germanLong', 'germanWide', 'machineLong', 'machineWide', 'workbook'] as const;
export type IndicatorFileForm = (typeof INDICATOR_FILE_FORMS)[number];

const endings: Readonly<Record<IndicatorFileForm, string>> = {
  germanLong: 'german-long.csv', germanWide: 'german-wide.csv', machineLong: 'machine-long.csv', machineWide: 'machine-wide.csv', workbook: 'workbook.xlsx',
};

/** The id below `/files/` of an indicator's values. */
export function indicatorFileId(indicatorId: string, form: IndicatorFileForm): string {
  return `indicator-${indicatorId}.${endings[form]}`;
}

/** Which file an id means; null when it means none. */
export function parseIndicatorFileId(id: string): { readonly indicatorId: string; readonly form: IndicatorFileForm } | null {
  const [, indicatorId, ending] = /^indicator-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z.-]+)$/.exec(id) ?? [];
  const form = INDICATOR_FILE_FORMS.find((candidate) => endings[candidate] === ending);
  return indicatorId === undefined || form === undefined ? null : { indicatorId, form };
}
