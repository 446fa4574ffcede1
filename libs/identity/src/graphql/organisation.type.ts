import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { createConnection, encodeGlobalId, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { OrganisationKind } from '@konzeptwerkstatt/platform-database';
import type { MunicipalityView, OrganisationView } from '../queries/identity.views.js';

/** Kinds of organisations, by their names in the API. */
export const OrganisationKindEnum: Readonly<Record<Uppercase<OrganisationKind>, OrganisationKind>> = {
  ADMINISTRATION: 'administration',
  MIGRANT_ORGANISATION: 'migrant_organisation',
  CIVIL_SOCIETY: 'civil_society',
  WELFARE: 'welfare',
  BUSINESS: 'business',
  ACADEMIA: 'academia',
  POLITICS: 'politics',
  ADVISORY_COUNCIL: 'advisory_council',
};
registerEnumType(OrganisationKindEnum, { name: 'OrganisationKind', description: 'What kind of organisation.' });

/** An organisation as one municipality knows it. */
@ObjectType('Organisation', { implements: () => [NodeType], description: 'An organisation as one municipality knows it.' })
export class OrganisationType extends NodeType {
  @Field(() => String, { description: 'Raw id, for addresses.' })
  uuid!: string;

  @Field(() => String, { description: 'Full name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Short name or abbreviation.' })
  shortName!: string | null;

  @Field(() => OrganisationKindEnum, { description: 'What kind of organisation.' })
  kind!: OrganisationKind;

  @Field(() => Boolean, { description: 'Whether it belongs to the demonstration.' })
  isExample!: boolean;

  /** Raw id of the organisation it is an office of. */
  parentId!: string | null;

  municipalityId!: string;
}

export const { Connection: OrganisationConnection } = createConnection(OrganisationType, 'Organisation');

/** An organisation in the form of the API. */
export function organisationNode(view: OrganisationView): OrganisationType {
  const { id, municipalityId, name, shortName, kind, isExample, parentId } = view;
  return { id: encodeGlobalId('Organisation', id), uuid: id, name, shortName, kind, isExample, parentId, municipalityId };
}

/** A municipality. */
@ObjectType('Municipality', { implements: () => [NodeType], description: 'A municipality.' })
export class MunicipalityType extends NodeType {
  @Field(() => String, { description: 'Raw id, for addresses.' })
  uuid!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Official municipality key, eight digits.' })
  ags!: string | null;

  @Field(() => Boolean, { description: 'Whether it belongs to the demonstration.' })
  isExample!: boolean;

  @Field(() => Boolean, { description: 'Whether persons and numbers of characters show beside the organisations that wrote a text.' })
  showsAuthorshipDetail!: boolean;
}

/** A municipality in the form of the API. */
export function municipalityNode({ id, name, ags, isExample, showsAuthorshipDetail }: MunicipalityView): MunicipalityType {
  return { id: encodeGlobalId('Municipality', id), uuid: id, name, ags, isExample, showsAuthorshipDetail };
}
