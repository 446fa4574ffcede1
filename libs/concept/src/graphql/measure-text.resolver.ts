import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { decodeGlobalId, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { AddConceptObjectCommand } from '../commands/add-concept-object.command.js';
import { RemoveConceptObjectCommand } from '../commands/remove-concept-object.command.js';
import { ConceptAnswers } from './concept-answers.js';
import { originOf } from './origin.input.js';
import { AddMeasureInput, RemoveMeasureInput } from './measure.input.js';
import { AddMeasurePayload } from './measure.payload.js';
import type { MeasurePayload } from './measure.payload.js';
import { MeasureType } from './measure.type.js';
import { RemoveMeasurePayload } from './removal.payload.js';

/** Mutations that write measures into the text and take them out. */
@Resolver(() => MeasureType)
export class MeasureTextResolver {
  constructor(
    private readonly addition: AddConceptObjectCommand,
    private readonly removal: RemoveConceptObjectCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  @Mutation(() => AddMeasurePayload, { description: "Writes a measure into a section's text." })
  addMeasure(@Requested() request: RequestContext, @Args('input') input: AddMeasureInput): Promise<MeasurePayload> {
    const { title, description = null, afterBlockId = null } = input;
    const sectionId = decodeGlobalId(input.sectionId, 'Section');
    return this.answers.measure(request, 'title', this.addition.run(this.answers.command(request, 'addMeasure', input), { object: 'measure', sectionId, title, description, afterBlockId, origin: originOf(input.origin) }));
  }

  @Mutation(() => RemoveMeasurePayload, { description: 'Takes a measure out of the text.' })
  async removeMeasure(@Requested() request: RequestContext, @Args('input') input: RemoveMeasureInput): Promise<RemoveMeasurePayload> {
    const ref = { object: 'measure', id: decodeGlobalId(input.measureId, 'Measure') } as const;
    const { id, section, errors } = await this.answers.removed(request, 'Measure', this.removal.run(this.answers.command(request, 'removeMeasure', input), ref));
    return { removedMeasureId: id, section, errors };
  }
}
