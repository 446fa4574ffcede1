import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { gapsOfMeasure } from '../domain/gap.policy.js';
import type { MeasureRecord } from '../queries/measure.record.js';
import type { MeasureType } from './measure.type.js';

/** A measure as the API shows it. */
export function toMeasure(record: MeasureRecord): MeasureType {
  const { id, blockId, title, description, type, status, decisionState, targetGroups, period, periodFrom, periodTo } = record;
  const { resources, budgetAmount, budgetCurrency, fundingSource, staffPositions, priority, fundingState, contact, district, fundingUntil, updatedAt } = record;
  return {
    id: encodeGlobalId('Measure', id), uuid: id, blockId, title, description, type, status, decisionState, targetGroups, period, periodFrom, periodTo,
    isOpenEnded: period !== null && periodTo === null, resources, budgetAmount, budgetCurrency, fundingSource, staffPositions,
    priority, fundingState, contact, district, fundingUntil,
    gaps: gapsOfMeasure(record), updatedAt, record,
  };
}
