import type { MeasureRowFragment, MeasureStatus, MeasureType } from '@konzeptwerkstatt/web-data';
import {
  SetMeasureBudgetAmountDocument, SetMeasureFundingSourceDocument, SetMeasureLeadDocument, SetMeasurePeriodDocument, SetMeasureStatusDocument,
  SetMeasureTitleDocument, SetMeasureTypeDocument,
} from '@konzeptwerkstatt/web-data';
import type { Option, Translate } from '@konzeptwerkstatt/web-ui';
import { isStorableText, MAX_FUNDING_SOURCE_LENGTH, MAX_TITLE_LENGTH } from '@konzeptwerkstatt/document-model';
import type { Outcome, Send } from '../data/use-send.js';
import { readDecimal } from '../editor/blocks/typed-number.js';
import { periodLabel } from '../labels/period-label.js';
import { valueLabel } from '../labels/value-label.js';
import type { SingleColumn } from './editable-column.js';

/** What turning words into values and back needs to know. */
export interface FieldSurroundings {
  readonly t: Translate;
  readonly organisations: readonly Option[];
  readonly money: (amount: string) => string;
  readonly number: (value: string) => string;
}

/** What was typed as a value, or the code of what is wrong with it. */
export type Reading = { readonly value: string | null } | { readonly problem: string };

/** One field of a measure: how it is read from a row, shown, understood and sent. */
export interface SingleField {
  readonly read: (row: MeasureRowFragment) => string | null;
  /** The value in words; null stands for not set. */
  readonly show: (value: string, surroundings: FieldSurroundings) => string;
  /** What was typed, for fields of free text. */
  readonly understand: (typed: string) => Reading;
  readonly send: (send: Send, measureId: string, value: string | null, expected: string | null) => Promise<Outcome<unknown>>;
}

const anything = (typed: string): Reading => ({ value: typed === '' ? null : typed });

function plainText(typed: string, maxLength: number): Reading {
  const value = typed.trim();
  if (value.length > maxLength) return { problem: 'TEXT_TOO_LONG' };
  return isStorableText(value) ? { value: value === '' ? null : value } : { problem: 'TEXT_NOT_STORABLE' };
}

function title(typed: string): Reading {
  const reading = plainText(typed, MAX_TITLE_LENGTH);
  return 'value' in reading && reading.value === null ? { problem: 'TITLE_REQUIRED' } : reading;
}

function amount(typed: string): Reading {
  if (typed.trim() === '') return { value: null };
  const value = readDecimal(typed, 12);
  return value === null ? { problem: 'AMOUNT_INVALID' } : { value };
}

export const singleFields: Readonly<Record<SingleColumn, SingleField>> = {
  title: {
    read: (row) => row.title,
    show: (value, { t }) => value || t('concept.object.untitled'),
    understand: title,
    send: (send, measureId, value, expected) => send(SetMeasureTitleDocument, { measureId, title: value ?? '', expected: expected ?? '' }),
  },
  status: {
    read: (row) => row.status,
    show: (value, { t }) => valueLabel(t, 'measureStatus', value),
    understand: anything,
    send: (send, measureId, value, expected) => send(SetMeasureStatusDocument, { measureId, status: value as MeasureStatus | null, expected: expected as MeasureStatus | null }),
  },
  type: {
    read: (row) => row.type,
    show: (value, { t }) => valueLabel(t, 'measureType', value),
    understand: anything,
    send: (send, measureId, value, expected) => send(SetMeasureTypeDocument, { measureId, type: value as MeasureType | null, expected: expected as MeasureType | null }),
  },
  lead: {
    read: (row) => row.lead?.id ?? null,
    show: (value, { t, organisations }) => organisations.find(({ id }) => id === value)?.label ?? t('concept.measure.unknownOrganisation'),
    understand: anything,
    send: (send, measureId, value, expected) => send(SetMeasureLeadDocument, { measureId, organisationId: value, expectedOrganisationId: expected }),
  },
  period: {
    read: (row) => row.period,
    show: (value, { t }) => periodLabel(t, value),
    understand: anything,
    send: (send, measureId, value, expected) => send(SetMeasurePeriodDocument, { measureId, period: value, expected }),
  },
  budgetAmount: {
    read: (row) => row.budgetAmount,
    show: (value, { money }) => money(value),
    understand: amount,
    send: (send, measureId, value, expected) => send(SetMeasureBudgetAmountDocument, { measureId, amount: value, expected }),
  },
  fundingSource: {
    read: (row) => row.fundingSource,
    show: (value) => value,
    understand: (typed) => plainText(typed, MAX_FUNDING_SOURCE_LENGTH),
    send: (send, measureId, value, expected) => send(SetMeasureFundingSourceDocument, { measureId, fundingSource: value, expected }),
  },
};

/** The longest text of a field, for the sentence that says so. */
export const maxLengthOf = (column: SingleColumn): number => (column === 'title' ? MAX_TITLE_LENGTH : MAX_FUNDING_SOURCE_LENGTH);
