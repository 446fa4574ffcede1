import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { inOwnWords, type OwnWord } from '@konzeptwerkstatt/kernel';

/** What a measure table says besides the words that documents have for the fields of a measure. */
export interface MeasureSheetWords {
  readonly section: string;
  readonly description: string;
  readonly start: string;
  readonly end: string;
  readonly currency: string;
  readonly updatedAt: string;
  /** Columns of those who have not simply said yes. */
  readonly parties: Readonly<Record<'proposed' | 'reserved' | 'declined', string>>;
  readonly answers: string;
  /** Head of a column that may be changed but is not read again. */
  readonly readOnly: (head: string) => string;
  /** Head of the hidden column by which a row is found again. It tells the language of the sheet, so no two languages have the same. */
  readonly technical: string;
  /** Names of the two sheets. */
  readonly measures: string;
  readonly hints: string;
  /** What to know before changing anything. @param first head of the first column that is read again @param last head of the last one */
  readonly guide: (first: string, last: string) => readonly (readonly [string, string])[];
  readonly allowed: string;
}

const german: MeasureSheetWords = {
  section: 'Handlungsfeld', description: 'Beschreibung', start: 'Beginn', end: 'Ende', currency: 'Währung', updatedAt: 'Zuletzt geändert',
  parties: { proposed: 'Noch nicht zugesagt', reserved: 'Zugesagt unter Vorbehalt', declined: 'Abgesagt' },
  answers: 'Zusagen',
  readOnly: (head) => `${head} (nur zum Lesen)`,
  technical: 'Technische Angaben (bitte nicht ändern)',
  measures: 'Maßnahmen',
  hints: 'Hinweise',
  guide: (first, last) => [
    ['So geht es', ''],
    ['Ändern', `Ändern Sie Zellen in den Spalten von „${first}“ bis „${last}“ und lesen Sie die Datei bei der Tabelle wieder ein. Vorher sehen Sie alle Änderungen.`],
    ['Mehrere Angaben', 'Mehrere Beteiligte oder Zielgruppen trennt ein senkrechter Strich: A | B'],
    ['Zeitraum', '2027 · 2027 bis 2029 · ab 1. Quartal 2027 · März 2027 bis Mai 2027'],
    ['Zeilen', 'Sortieren und Filtern ist möglich. Gelöschte Zeilen entfernen nichts, neue Zeilen legen nichts an.'],
  ],
  allowed: 'Erlaubte Angaben',
};

const english: MeasureSheetWords = {
  section: 'Field of action', description: 'Description', start: 'Start', end: 'End', currency: 'Currency', updatedAt: 'Last changed',
  parties: { proposed: 'Not yet confirmed', reserved: 'Confirmed with a reservation', declined: 'Declined' },
  answers: 'Answers',
  readOnly: (head) => `${head} (to read only)`,
  technical: 'Technical details (please do not change)',
  measures: 'Measures',
  hints: 'How it works',
  guide: (first, last) => [
    ['How it works', ''],
    ['Changing', `Change cells in the columns from “${first}” to “${last}” and read the file in again at the table of measures. Before anything happens you see all changes.`],
    ['Several entries', 'Several partners or target groups are separated by a vertical bar: A | B'],
    ['Period', '2027 · 2027 to 2029 · from quarter 1 of 2027 · March 2027 to May 2027'],
    ['Rows', 'You may sort and filter. Deleted rows remove no measure, new rows add none.'],
  ],
  allowed: 'What may be entered',
};

const arabic: MeasureSheetWords = {
  section: 'مجال العمل', description: 'الوصف', start: 'البداية', end: 'النهاية', currency: 'العملة', updatedAt: 'آخر تعديل',
  parties: { proposed: 'لم تؤكَّد بعد', reserved: 'مؤكَّدة بتحفظ', declined: 'معتذرة' },
  answers: 'الردود',
  readOnly: (head) => `${head} (للقراءة فقط)`,
  technical: 'بيانات تقنية (يرجى عدم التغيير)',
  measures: 'الإجراءات',
  hints: 'إرشادات',
  guide: (first, last) => [
    ['كيف يتم ذلك', ''],
    ['التعديل', `عدّل الخلايا في الأعمدة من «${first}» إلى «${last}» ثم اقرأ الملف من جديد في جدول الإجراءات. وسترى كل التغييرات قبل اعتمادها.`],
    ['عدة قيم', 'يُفصل بين عدة شركاء أو فئات مستهدفة بخط عمودي: أ | ب'],
    ['المدة', '2027 · 2027 إلى 2029 · من الربع 1 من 2027 · مارس 2027 إلى مايو 2027'],
    ['الصفوف', 'الفرز والتصفية ممكنان. حذف الصفوف لا يزيل أي إجراء، والصفوف الجديدة لا تضيف أيًّا.'],
  ],
  allowed: 'القيم المسموح بها',
};

/** Whose words a table has: a language, and in German what the municipality calls otherwise. */
export interface TableWording {
  readonly language: DocumentLanguage;
  readonly ownWords: readonly OwnWord[];
}

/** What a head or a name is in these words. */
export const saidIn = ({ language, ownWords }: TableWording): ((words: string) => string) => (language === 'de' ? inOwnWords(ownWords) : (words) => words);

export const measureSheetWords: Readonly<Record<DocumentLanguage, MeasureSheetWords>> = { de: german, en: english, ar: arabic };
