import { Field, ObjectType } from '@nestjs/graphql';
import { OrganisationKindEnum } from '@konzeptwerkstatt/identity';
import type { PhaseRule } from '../domain/process-plan.js';
import { ProcessRoleEnum } from './process-role.enum.js';

/** Who may do something while a phase is open. */
@ObjectType('PhaseRule', { description: 'Who may do something while a phase is open: whoever holds a role, or every organisation of a kind.' })
export class PhaseRuleType {
  @Field(() => ProcessRoleEnum, { nullable: true, description: 'Whoever holds this role in the process; null when it is for a kind of organisation.' })
  role!: string | null;

  @Field(() => OrganisationKindEnum, { nullable: true, description: 'Every organisation of this kind; null when it is for a role.' })
  organisationKind!: string | null;

  @Field(() => ProcessRoleEnum, { description: 'What they may do, as the role that allows it.' })
  may!: string;

  static listOf(stored: unknown): PhaseRuleType[] {
    return (stored as readonly PhaseRule[]).map(({ who, may }) => Object.assign(new PhaseRuleType(), { role: 'role' in who ? who.role : null, organisationKind: 'organisationKind' in who ? who.organisationKind : null, may }));
  }
}
