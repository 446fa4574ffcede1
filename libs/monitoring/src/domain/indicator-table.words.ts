import { DOCUMENT_LANGUAGES } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';

/** Columns of an indicator's values, as far as they have a head. */
export type IndicatorColumn = 'ags' | 'region' | 'indicator' | 'version' | 'period' | 'from' | 'to' | 'whom' | 'value' | 'unit' | 'qualifier' | 'status' | 'missing' | 'note' | 'source' | 'table' | 'retrieved';

/** What the files of an indicator say in a language. They are read back by these words. */
export interface IndicatorTableWords {
  readonly heads: Readonly<Record<IndicatorColumn, string>>;
  /** Head of the values where all have one unit. */
  readonly valueIn: (unit: string) => string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<'final' | 'provisional' | 'revised' | 'estimated', string>>;
  /** Of values that are not exact. */
  readonly qualifiers: Readonly<Record<'approx' | 'rounded' | 'less_than' | 'more_than' | 'derived', string>>;
  /** Why a value is not there that could make somebody recognisable. */
  readonly withheld: string;
  readonly sheets: Readonly<Record<'values' | 'series' | 'definition', string>>;
  /** In names of files. */
  readonly files: Readonly<Record<'values' | 'series', string>>;
  /** Of the sheet that says what is counted. */
  readonly record: Readonly<Record<'key' | 'licence' | 'text' | 'numerator' | 'denominator' | 'population' | 'method' | 'point' | 'pointMeans', string>>;
}

const german: IndicatorTableWords = {
  heads: {
    ags: 'AGS', region: 'Gebiet', indicator: 'Indikator', version: 'Fassung der Definition', period: 'Zeitraum', from: 'Von', to: 'Bis', whom: 'Für wen', value: 'Wert', unit: 'Einheit', qualifier: 'Genauigkeit', status: 'Stand',
    missing: 'Kein Wert, weil', note: 'Hinweis', source: 'Quelle', table: 'Tabelle', retrieved: 'Abgerufen am',
  },
  valueIn: (unit) => `Wert in ${unit}`,
  dimensions: { district: 'Stadtteil', group: 'Gruppe', municipality_size: 'Gemeindegröße', age: 'Alter', gender: 'Geschlecht', nationality: 'Staatsangehörigkeit' },
  statuses: { final: 'endgültig', provisional: 'vorläufig', revised: 'berichtigt', estimated: 'geschätzt' },
  qualifiers: { approx: 'rund', rounded: 'gerundet', less_than: 'weniger als', more_than: 'mehr als', derived: 'berechnet' },
  withheld: 'nicht gezeigt, damit niemand erkennbar ist',
  sheets: { values: 'Werte', series: 'Reihen', definition: 'Definition' },
  files: { values: 'werte', series: 'reihen' },
  record: {
    key: 'Schlüssel', licence: 'Lizenz', text: 'Was gezählt wird', numerator: 'Zähler', denominator: 'Nenner', population: 'Wer dazugehört', method: 'Hinweis zur Methode',
    point: 'Punkt statt Wert', pointMeans: 'unbekannt, oder nicht gezeigt, damit niemand erkennbar ist',
  },
};

const english: IndicatorTableWords = {
  heads: {
    ags: 'AGS', region: 'Region', indicator: 'Indicator', version: 'Version of the definition', period: 'Period', from: 'From', to: 'To', whom: 'For whom', value: 'Value', unit: 'Unit', qualifier: 'Precision', status: 'Status',
    missing: 'No value because', note: 'Note', source: 'Source', table: 'Table', retrieved: 'Retrieved on',
  },
  valueIn: (unit) => `Value in ${unit}`,
  dimensions: { district: 'District', group: 'Group', municipality_size: 'Size of municipality', age: 'Age', gender: 'Gender', nationality: 'Nationality' },
  statuses: { final: 'final', provisional: 'provisional', revised: 'revised', estimated: 'estimated' },
  qualifiers: { approx: 'about', rounded: 'rounded', less_than: 'less than', more_than: 'more than', derived: 'calculated' },
  withheld: 'not shown, so that nobody can be recognised',
  sheets: { values: 'Values', series: 'Series', definition: 'Definition' },
  files: { values: 'values', series: 'series' },
  record: {
    key: 'Key', licence: 'Licence', text: 'What is counted', numerator: 'Numerator', denominator: 'Denominator', population: 'Who belongs to it', method: 'Note on the method',
    point: 'Point instead of a value', pointMeans: 'unknown, or not shown, so that nobody can be recognised',
  },
};

const arabic: IndicatorTableWords = {
  heads: {
    ags: 'AGS', region: 'المنطقة', indicator: 'المؤشر', version: 'صيغة التعريف', period: 'الفترة', from: 'من', to: 'إلى', whom: 'لمن', value: 'القيمة', unit: 'الوحدة', qualifier: 'الدقة', status: 'الحالة',
    missing: 'لا قيمة بسبب', note: 'ملاحظة', source: 'المصدر', table: 'الجدول', retrieved: 'تاريخ الاسترجاع',
  },
  valueIn: (unit) => `القيمة (${unit})`,
  dimensions: { district: 'الحي', group: 'المجموعة', municipality_size: 'حجم البلدية', age: 'العمر', gender: 'الجنس', nationality: 'الجنسية' },
  statuses: { final: 'نهائي', provisional: 'أولي', revised: 'مصحَّح', estimated: 'تقديري' },
  qualifiers: { approx: 'نحو', rounded: 'مقرَّب', less_than: 'أقل من', more_than: 'أكثر من', derived: 'محسوب' },
  withheld: 'غير معروضة حتى لا يمكن التعرف على أحد',
  sheets: { values: 'القيم', series: 'السلاسل', definition: 'التعريف' },
  files: { values: 'values', series: 'series' },
  record: {
    key: 'المفتاح', licence: 'الترخيص', text: 'ما الذي يُحتسب', numerator: 'البسط', denominator: 'المقام', population: 'من ينتمي إليها', method: 'ملاحظة حول الطريقة',
    point: 'نقطة بدلًا من القيمة', pointMeans: 'غير معروفة، أو غير معروضة حتى لا يمكن التعرف على أحد',
  },
};

export const indicatorTableWords: Readonly<Record<DocumentLanguage, IndicatorTableWords>> = { de: german, en: english, ar: arabic };

/** What something is called in our own files, in every language. */
export const inEveryLanguage = (wordsOf: (words: IndicatorTableWords) => string): readonly string[] => DOCUMENT_LANGUAGES.map((language) => wordsOf(indicatorTableWords[language]));

/** Keys by the words that our own files have for them, in every language, as they are compared. */
export function keysByWords(recordOf: (words: IndicatorTableWords) => Readonly<Record<string, string>>, plain: (words: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(DOCUMENT_LANGUAGES.flatMap((language) => Object.entries(recordOf(indicatorTableWords[language])).map(([key, words]) => [plain(words), key])));
}
