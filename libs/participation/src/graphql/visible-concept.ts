import { Inject, Injectable } from '@nestjs/common';
import { editionLoader, goalLoader, measureLoader, sectionLoader, toEdition, toGoal, toMeasure, toSection } from '@konzeptwerkstatt/concept';
import type { EditionType, GoalType, MeasureType, SectionType } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';

/**
 * Gives the parts of a concept that contributions name, as far as the visitor may read them today: whoever said something keeps her own
 * words after her right has ended, not the text they are about. Null for what she may not read and for what was taken out.
 * Rows come from the loaders of the request and rights are loaded once per request, so a list costs no more than one contribution.
 */
@Injectable()
export class VisibleConcept {
  constructor(@Inject(AccessPolicy) private readonly policy: AccessPolicy) {}

  async edition(context: RequestContext, id: string): Promise<EditionType | null> {
    const record = await context.loader(editionLoader).load(id);
    return record !== null && (await this.policy.can(context.actor, 'edition.read', record)) ? toEdition(record) : null;
  }

  async section(context: RequestContext, id: string | null): Promise<SectionType | null> {
    const record = id === null ? null : await context.loader(sectionLoader).load(id);
    return record !== null && (await this.policy.can(context.actor, 'section.read', record)) ? toSection(record) : null;
  }

  async goal(context: RequestContext, id: string | null): Promise<GoalType | null> {
    const record = id === null ? null : await context.loader(goalLoader).load(id);
    return record !== null && (await this.section(context, record.sectionId)) !== null ? toGoal(record) : null;
  }

  async measure(context: RequestContext, id: string | null): Promise<MeasureType | null> {
    const record = id === null ? null : await context.loader(measureLoader).load(id);
    return record !== null && (await this.section(context, record.sectionId)) !== null ? toMeasure(record) : null;
  }
}
