import { Inject, Injectable } from '@nestjs/common';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { planningProblem } from '../domain/planning.errors.js';
import type { PlanningErrorCode } from '../domain/planning.errors.js';
import type { ProcessRole } from '../domain/process-role.entity.js';

type Subject = Pick<ProcessRole, 'subjectKind' | 'subjectId'>;

const refusal = (code: PlanningErrorCode, field: string): ValidationError => new ValidationError([planningProblem(code, [field])]);

/** Finds whom and what a role is for; only people, organisations and sections of the same municipality count. */
@Injectable()
export class RoleSubjectReader {
  constructor(
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ConceptReader) private readonly concept: ConceptReader,
  ) {}

  /** @throws ValidationError SUBJECT_REQUIRED, UNKNOWN_ORGANISATION, UNKNOWN_PERSON */
  async find(municipalityId: string, { organisationId, personEmail }: { readonly organisationId: string | null; readonly personEmail: string | null }): Promise<Subject> {
    if ((organisationId === null) === (personEmail === null)) throw refusal('SUBJECT_REQUIRED', 'organisationId');
    if (organisationId !== null) {
      const [organisation] = await this.identity.organisationsByIds(municipalityId, [organisationId]);
      if (organisation === undefined) throw refusal('UNKNOWN_ORGANISATION', 'organisationId');
      return { subjectKind: 'organisation', subjectId: organisation.id };
    }
    const person = await this.identity.memberByEmail(municipalityId, personEmail ?? '');
    if (person === null) throw refusal('UNKNOWN_PERSON', 'personEmail');
    return { subjectKind: 'person', subjectId: person.id };
  }

  /** The sections without repetition. @throws ValidationError UNKNOWN_SECTION for any that is not in an edition of the process */
  async findSections(municipalityId: string, processId: string, sectionIds: readonly string[]): Promise<string[]> {
    const wanted = [...new Set(sectionIds)];
    if (wanted.length === 0) return [];
    const known = await this.concept.sectionsOfProcess(municipalityId, processId, wanted);
    if (known.length < wanted.length) throw refusal('UNKNOWN_SECTION', 'sectionIds');
    return wanted;
  }
}
