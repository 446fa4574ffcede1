import { Injectable } from '@nestjs/common';
import { commandContext, encodeGlobalId, settle } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput, RequestContext, UserErrorType } from '@konzeptwerkstatt/platform-graphql';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import type { RemovedObject } from '../commands/remove-concept-object.command.js';
import { editionLoader, goalLoader, measureLoader, sectionLoader } from './concept.loader.js';
import { toEdition } from './edition.type.js';
import type { EditionType } from './edition.type.js';
import { apiValue } from './enum-values.js';
import type { GoalPayload } from './goal.payload.js';
import { toGoal } from './goal.type.js';
import { toMeasure } from './measure.mapper.js';
import type { MeasurePayload } from './measure.payload.js';
import type { SectionPayload } from './section.payload.js';
import { toSection } from './section.type.js';
import type { SectionType } from './section.type.js';

/** A value that somebody else set, as the API writes it: enum names, and opaque ids for organisations. */
function inApiForm(field: string, errors: UserErrorType[]): UserErrorType[] {
  return errors.map((error) => {
    if (!('currentValue' in error)) return error;
    const value = typeof error.currentValue === 'string' ? error.currentValue : null;
    return { ...error, currentValue: field === 'lead' && value !== null ? encodeGlobalId('Organisation', value) : apiValue(field, value) };
  });
}

/** Turns what commands answer into payloads: the object read afresh, or the reasons why nothing was done. */
@Injectable()
export class ConceptAnswers {
  /** The command's context of a mutation. @throws ApplicationError UNAUTHENTICATED */
  command(request: RequestContext, mutation: string, input: MutationInput): CommandContext {
    return commandContext(request.requireActor(), request.correlationId, mutation, input);
  }

  /** @param field the field that was set, for the form of a stale value */
  async measure(request: RequestContext, field: string, command: Promise<string>): Promise<MeasurePayload> {
    const { value, errors } = await settle(command);
    const record = value === null ? null : await request.loader(measureLoader).clear(value).load(value);
    return { measure: record === null ? null : toMeasure(record), errors: inApiForm(field, errors) };
  }

  /** As `measure`. */
  async goal(request: RequestContext, field: string, command: Promise<string>): Promise<GoalPayload> {
    const { value, errors } = await settle(command);
    const record = value === null ? null : await request.loader(goalLoader).clear(value).load(value);
    return { goal: record === null ? null : toGoal(record), errors: inApiForm(field, errors) };
  }

  async section(request: RequestContext, command: Promise<string>): Promise<SectionPayload> {
    const { value, errors } = await settle(command);
    return { section: value === null ? null : await this.sectionById(request, value), errors };
  }

  /** What is left after a goal or measure was removed. */
  async removed(request: RequestContext, type: 'Goal' | 'Measure', command: Promise<RemovedObject>): Promise<{ id: string | null; section: SectionType | null; errors: UserErrorType[] }> {
    const { value, errors } = await settle(command);
    if (value === null) return { id: null, section: null, errors };
    return { id: encodeGlobalId(type, value.id), section: await this.sectionById(request, value.sectionId), errors };
  }

  /** @param command gives the edition's id */
  async edition(request: RequestContext, command: Promise<string>): Promise<{ edition: EditionType | null; errors: UserErrorType[] }> {
    const { value, errors } = await settle(command);
    const record = value === null ? null : await request.loader(editionLoader).clear(value).load(value);
    return { edition: record === null ? null : toEdition(record), errors };
  }

  /** A section read afresh; null when it is no longer there. */
  async sectionById(request: RequestContext, id: string): Promise<SectionType | null> {
    const record = await request.loader(sectionLoader).clear(id).load(id);
    return record === null ? null : toSection(record);
  }
}
