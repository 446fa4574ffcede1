import { z } from 'zod';
import { defineEvent } from '../event.js';

/** The changes of a measure table that came back as a spreadsheet were taken over; each of them tells of itself, too. */
export const measureTableImported = defineEvent('concept.measure-table.imported', 1, z.object({ importId: z.uuid(), editionId: z.uuid(), applied: z.int(), refused: z.int() }));
