import { inOwnWords, type OwnWord } from '@konzeptwerkstatt/kernel';
import type { PublicLanguage } from './public-language.js';

/** What the public page of a measure says beside the words of documents. */
export interface MeasureWords {
  readonly field: string;
  readonly standsIn: string;
  readonly asAdopted: string;
  readonly statusThen: string;
  readonly statusNow: string;
  readonly statusLead: string;
  /** When the status of today was reported. */
  readonly reportedOn: (day: string) => string;
}

const words: Readonly<Record<PublicLanguage, MeasureWords>> = {
  de: {
    field: 'Handlungsfeld', standsIn: 'Steht in', asAdopted: 'Wie es beschlossen wurde', statusThen: 'Stand beim Beschluss', statusNow: 'Stand heute',
    statusLead: 'Den Stand von heute hat zuletzt eine beteiligte Organisation gemeldet. Alles andere steht hier so, wie es beschlossen wurde.', reportedOn: (day) => `gemeldet am ${day}`,
  },
  en: {
    field: 'Field of action', standsIn: 'Part of', asAdopted: 'As it was adopted', statusThen: 'Status when adopted', statusNow: 'Status today',
    statusLead: 'How far it is was last reported by an organisation taking part. Everything else stands here as it was adopted.', reportedOn: (day) => `reported on ${day}`,
  },
  ar: {
    field: 'مجال العمل', standsIn: 'ترد في', asAdopted: 'كما اعتُمد', statusThen: 'الحالة عند الاعتماد', statusNow: 'الحالة اليوم',
    statusLead: 'آخر من أبلغ عن مدى التقدم منظمة مشاركة. وكل ما عدا ذلك يرد هنا كما اعتُمد.', reportedOn: (day) => `أُبلغ عنها في ${day}`,
  },
};

/** The words of a language. @param ownWords of the municipality, known in German only */
export const measureWordsOf = (language: PublicLanguage, ownWords: readonly OwnWord[] = []): MeasureWords =>
  language === 'de' ? { ...words.de, field: inOwnWords(ownWords)(words.de.field) } : words[language];
