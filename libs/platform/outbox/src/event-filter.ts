import type { EventEnvelope } from '@konzeptwerkstatt/contracts';

/** Which events somebody reads: those of one edition, or all of one municipality. */
export type EventFilter = { readonly municipalityId: string; readonly editionId?: string };

/** Whether an event is among those a filter asks for. */
export function matches(filter: EventFilter, event: EventEnvelope): boolean {
  return event.municipalityId === filter.municipalityId && (filter.editionId === undefined || event.editionId === filter.editionId);
}
