import { z } from 'zod';
import { defineEvent } from '../event.js';

/**
 * A structured field of a measure changed: type, status, decisionState, lead, partner, targetGroup, period, resources,
 * budgetAmount, fundingSource, staffPositions, priority, fundingState, contact, district, fundingUntil, indicator, goal. `from` and `to` are keys or ids (a partner taken off: `to`
 * is null); for fields of free text both are null.
 */
export const measureChanged = defineEvent(
  'concept.measure.changed',
  1,
  z.object({ measureId: z.uuid(), sectionId: z.uuid(), field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
);
