import { MEASURE_STATUSES } from '@konzeptwerkstatt/document-model';
import type { InquiryKind, InquiryQuestion } from './inquiry.js';

/** What the questions of a kind are asked of: chosen measures, whatever the organisation adds, or one line for the whole. */
export type LineSource = 'measures' | 'free' | 'whole';

interface KindFacts {
  readonly lines: LineSource;
  readonly questions: readonly InquiryQuestion[];
}

const question = (key: string, type: InquiryQuestion['type'], label: string, more: Partial<InquiryQuestion> = {}): InquiryQuestion => ({
  key, type, label, isOfTheHouse: true, isRequired: false, options: [], requiredWhen: null, ...more,
});

/** Everything in which kinds of inquiries differ. */
export const INQUIRY_KIND_FACTS: Readonly<Record<InquiryKind, KindFacts>> = {
  existing: {
    lines: 'free',
    questions: [
      question('title', 'text', 'Wie heißt das Angebot?', { isRequired: true }),
      question('description', 'text', 'Worum geht es, und für wen?'),
      question('since', 'date', 'Seit wann gibt es das?'),
      question('reached', 'number', 'Wie viele Menschen erreicht es im Jahr?'),
      question('continues', 'yes_no', 'Geht es weiter?'),
    ],
  },
  proposals: {
    lines: 'free',
    questions: [
      question('title', 'text', 'Wie soll die Maßnahme heißen?', { isRequired: true }),
      question('description', 'text', 'Was soll geschehen, für wen und warum?', { isRequired: true }),
      question('wouldLead', 'yes_no', 'Würden Sie die Federführung übernehmen?'),
    ],
  },
  responsibility: {
    lines: 'measures',
    questions: [
      question('role', 'choice', 'Machen Sie mit?', { isRequired: true, options: ['lead', 'partner', 'none'] }),
      question('reservation', 'text', 'Unter welchem Vorbehalt?', { askedWhen: { key: 'role', values: ['lead', 'partner'] } }),
      question('reason', 'text', 'Warum nicht?', { requiredWhen: { key: 'role', values: ['none'] } }),
    ],
  },
  cosignature: {
    lines: 'whole',
    questions: [
      question('consent', 'choice', 'Zeichnen Sie mit?', { isRequired: true, options: ['agree', 'agree_with_changes', 'object'] }),
      question('reason', 'text', 'Welche Änderungen brauchen Sie, oder warum nicht?', { requiredWhen: { key: 'consent', values: ['agree_with_changes', 'object'] } }),
    ],
  },
  progress: {
    lines: 'measures',
    questions: [
      question('status', 'choice', 'Wie ist der Stand?', { isRequired: true, options: [...MEASURE_STATUSES] }),
      question('done', 'text', 'Was ist geschehen?'),
      question('reached', 'number', 'Wie viele Menschen wurden erreicht?'),
      question('evidence', 'text', 'Woran sieht man das?'),
      question('obstacles', 'text', 'Was hat gehindert?'),
      question('nextStep', 'text', 'Was kommt als Nächstes?'),
      question('reason', 'text', 'Warum ruht oder entfällt es?', { requiredWhen: { key: 'status', values: ['paused', 'dropped'] } }),
    ],
  },
};

/** A question that the office adds itself. */
export interface OwnQuestion {
  readonly type: InquiryQuestion['type'];
  readonly label: string;
  readonly options: readonly string[];
}

/** The questions of an inquiry: those of its kind, then the office's own. */
export function questionsOf(kind: InquiryKind, own: readonly OwnQuestion[]): InquiryQuestion[] {
  return [
    ...INQUIRY_KIND_FACTS[kind].questions,
    ...own.map(({ type, label, options }, index) => question(`own${index + 1}`, type, label.trim(), { isOfTheHouse: false, options: type === 'choice' ? options.map((option) => option.trim()) : [] })),
  ];
}
