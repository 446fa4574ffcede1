import type { Actor } from '@konzeptwerkstatt/kernel';
import { goalAdded, goalChanged, goalRemoved, measureAdded, measureChanged, measureRemoved, newEvent } from '@konzeptwerkstatt/contracts';
import type { EventContract, NewEvent } from '@konzeptwerkstatt/contracts';
import type { ProjectionFact } from '../domain/projection.policy.js';
import type { SectionPlace } from '../domain/section-place.js';

/** The event that tells of a fact, with whoever brought it about. */
export function projectionEvent(place: SectionPlace, fact: ProjectionFact, actor: Actor): NewEvent {
  const { municipalityId, editionId, sectionId } = place;
  const build = <Payload>(contract: EventContract<Payload>, payload: Payload): NewEvent =>
    newEvent(contract, { municipalityId, editionId, aggregateType: fact.object, aggregateId: fact.id, actor, payload });
  const changed = { sectionId, field: fact.field ?? '', from: fact.from, to: fact.to };
  if (fact.object === 'goal') {
    if (fact.change === 'added') return build(goalAdded, { goalId: fact.id, sectionId });
    if (fact.change === 'removed') return build(goalRemoved, { goalId: fact.id, sectionId });
    return build(goalChanged, { goalId: fact.id, ...changed });
  }
  if (fact.change === 'added') return build(measureAdded, { measureId: fact.id, sectionId });
  if (fact.change === 'removed') return build(measureRemoved, { measureId: fact.id, sectionId });
  return build(measureChanged, { measureId: fact.id, ...changed });
}
