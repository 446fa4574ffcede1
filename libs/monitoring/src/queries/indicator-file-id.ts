import { DOCUMENT_LANGUAGES } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';

/** Files of an indicator's values: for German spreadsheets or for programs, one value or one series a line; or a workbook with all of it. */
export const INDICATOR_FILE_FORMS = ['germanLong', 'germanWide', 'machineLong', 'machineWide', 'workbook'] as const;
export type IndicatorFileForm = (typeof INDICATOR_FILE_FORMS)[number];

const endings: Readonly<Record<IndicatorFileForm, string>> = {
  germanLong: 'german-long.csv', germanWide: 'german-wide.csv', machineLong: 'machine-long.csv', machineWide: 'machine-wide.csv', workbook: 'workbook.xlsx',
};

/** The ending with the language of the words, German where none is named: `workbook.en.xlsx`. What programs read has none. */
function endingOf(form: IndicatorFileForm, language: DocumentLanguage): string {
  const isForPrograms = form === 'machineLong' || form === 'machineWide';
  return language === 'de' || isForPrograms ? endings[form] : endings[form].replace('.', `.${language}.`);
}

/** The id below `/files/` of an indicator's values. */
export function indicatorFileId(indicatorId: string, form: IndicatorFileForm, language: DocumentLanguage): string {
  return `indicator-${indicatorId}.${endingOf(form, language)}`;
}

/** Which file an id means; null when it means none. */
export function parseIndicatorFileId(id: string): { readonly indicatorId: string; readonly form: IndicatorFileForm; readonly language: DocumentLanguage } | null {
  const [, indicatorId, ending] = /^indicator-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z.-]+)$/.exec(id) ?? [];
  const found = DOCUMENT_LANGUAGES.flatMap((language) => INDICATOR_FILE_FORMS.map((form) => ({ language, form }))).find(({ language, form }) => endingOf(form, language) === ending);
  return indicatorId === undefined || found === undefined ? null : { indicatorId, ...found };
}
