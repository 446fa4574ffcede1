import { isStorableText, type UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { z } from 'zod';
import { INSTRUMENT_KINDS, type InstrumentKind } from './wording.policy.js';

/** What is noted for the first concept until it is begun. */
export interface PlannedConcept {
  readonly kind: InstrumentKind;
  readonly title: string;
  /** Titles of the fields of action, in their order. */
  readonly fields: readonly string[];
}

const MAX_FIELDS = 40;
const MAX_TITLE = 300;

/** What cannot even be noted; whether it is enough to begin with is asked when it is begun. */
export function plannedConceptErrors({ title, fields }: PlannedConcept): UserErrorDetail[] {
  const isNotable = (text: string): boolean => text.length <= MAX_TITLE && isStorableText(text);
  const errors: UserErrorDetail[] = isNotable(title) ? [] : [{ code: 'TITLE_TOO_LONG', message: `Der Titel darf höchstens ${MAX_TITLE} Zeichen haben.`, path: ['title'] }];
  if (fields.length > MAX_FIELDS) errors.push({ code: 'TOO_MANY_FIELDS', message: `Mehr als ${MAX_FIELDS} Handlungsfelder sind hier nicht möglich.`, path: ['fields'] });
  if (!fields.every(isNotable)) errors.push({ code: 'TITLE_TOO_LONG', message: `Ein Titel darf höchstens ${MAX_TITLE} Zeichen haben.`, path: ['fields'] });
  return errors;
}

const stored = z.object({ kind: z.enum(INSTRUMENT_KINDS), title: z.string(), fields: z.array(z.string()) });

/** What was noted; null when nothing was. */
export function storedPlannedConcept(value: unknown): PlannedConcept | null {
  const result = stored.safeParse(value);
  return result.success ? result.data : null;
}
