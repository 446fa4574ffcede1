import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ConnectionArgs } from '@konzeptwerkstatt/platform-graphql';
import type { OrganisationKind } from '@konzeptwerkstatt/platform-database';
import { OrganisationKindEnum } from './organisation.type.js';

/** Which organisations. */
@InputType('OrganisationFilter', { description: 'Which organisations.' })
export class OrganisationFilterInput {
  @Field(() => [OrganisationKindEnum], { nullable: true, description: 'Only these kinds.' })
  kinds?: OrganisationKind[] | null;

  @Field(() => String, { nullable: true, description: 'Part of the name, at most 200 characters.' })
  search?: string | null;
}

@ArgsType()
export class OrganisationListArgs extends ConnectionArgs {
  @Field(() => OrganisationFilterInput, { nullable: true, description: 'Which ones; all without.' })
  filter?: OrganisationFilterInput | null;
}
