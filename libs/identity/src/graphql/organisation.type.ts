import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { OpenLicenceKey } from '@konzeptwerkstatt/kernel';
import { createConnection, encodeGlobalId, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { GenderStyle, MunicipalityKind, OrganisationKind } from '@konzeptwerkstatt/platform-database';
import { storedLabelList, storedTermList } from '../domain/wording.policy.js';
import type { MunicipalityView, OrganisationView } from '../queries/identity.views.js';
import { GenderStyleEnum, MunicipalityKindEnum, OpenLicenceEnum } from './municipality.enums.js';
import { InstrumentLabelType, TermType } from './wording.type.js';

/** Kinds of organisations, by their names in the API. */
export const OrganisationKindEnum: Readonly<Record<Uppercase<OrganisationKind>, OrganisationKind>> = {
  ADMINISTRATION: 'administration',
  MUNICIPALITY: 'municipality',
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

  /** Raw id of the member of a county that it stands for. */
  representedId!: string | null;

  municipalityId!: string;
}

export const { Connection: OrganisationConnection } = createConnection(OrganisationType, 'Organisation');

/** An organisation in the form of the API. */
export function organisationNode(view: OrganisationView): OrganisationType {
  const { id, municipalityId, name, shortName, kind, isExample, parentId, representedId } = view;
  return { id: encodeGlobalId('Organisation', id), uuid: id, name, shortName, kind, isExample, parentId, representedId, municipalityId };
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

  @Field(() => Boolean, { description: 'Whether public pages and open data say how far measures are today.' })
  publishesMeasureStatus!: boolean;

  @Field(() => OpenLicenceEnum, { nullable: true, description: 'Under which open licence everybody may use its measures as data; null when none was chosen.' })
  measureLicence!: OpenLicenceKey | null;

  @Field(() => MunicipalityKindEnum, { nullable: true, description: 'What kind of municipality.' })
  kind!: MunicipalityKind | null;

  @Field(() => GenderStyleEnum, { nullable: true, description: 'How people of all genders are written; null when nobody has decided.' })
  genderStyle!: GenderStyle | null;

  @Field(() => String, { nullable: true, description: 'Colour of buttons and links, `#rrggbb`; null for the look of the product.' })
  accentColour!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the logo below this origin.' })
  logoPath!: string | null;

  @Field(() => [TermType], { description: 'Words that it calls otherwise.' })
  terms!: TermType[];

  @Field(() => [InstrumentLabelType], { description: 'Kinds of concept that it calls otherwise.' })
  instrumentLabels!: InstrumentLabelType[];

  /** Raw id of the county it belongs to. */
  countyId!: string | null;
}

/** A municipality in the form of the API. */
export function municipalityNode({ id, logoFileId, terms, instrumentLabels, ...view }: MunicipalityView): MunicipalityType {
  return {
    id: encodeGlobalId('Municipality', id), uuid: id, logoPath: logoFileId === null ? null : `/files/${logoFileId}`,
    terms: storedTermList(terms), instrumentLabels: storedLabelList(instrumentLabels), ...view,
  };
}
