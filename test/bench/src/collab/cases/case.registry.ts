import type { BenchCase } from './bench-case.js';
import { crowdedDocument } from './crowded-document.case.js';
import { formerSessions } from './former-sessions.case.js';
import { highestRate } from './highest-rate.case.js';
import { coldOpening, keystrokes } from './keystrokes.case.js';
import { killedServer } from './killed-server.case.js';
import { manyDocuments } from './many-documents.case.js';
import { reconnectStorm } from './reconnect-storm.case.js';
import { stalledReaders } from './stalled-readers.case.js';
import { twoNodes } from './two-nodes.case.js';

/** In the order of the report. */
export const cases: readonly BenchCase[] = [crowdedDocument, formerSessions, highestRate, manyDocuments, keystrokes, coldOpening, reconnectStorm, killedServer, stalledReaders, twoNodes];
