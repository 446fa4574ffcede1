import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { DocumentVersion } from '@konzeptwerkstatt/contracts';
import { DateTimeScalar, encodeGlobalId, NodeType, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';

export const SectionVersionKindEnum = upperCaseEnum(['named', 'before_restore'] as const);
registerEnumType(SectionVersionKindEnum, { name: 'SectionVersionKind', description: 'Why a version was kept: somebody named it, or another one was about to come back.' });

/** What a section's text said at some moment. */
@ObjectType('SectionVersion', { implements: () => [NodeType], description: "What a section's text said at some moment; it can be compared and brought back." })
export class SectionVersionType extends NodeType {
  @Field(() => String, { description: 'Raw id, for addresses.' })
  uuid!: string;

  @Field(() => SectionVersionKindEnum, { description: 'Why it was kept.' })
  kind!: string;

  @Field(() => String, { description: 'Its name; of one that was kept before restoring the name of the restored one.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it was kept for, in the words of who kept it.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was kept.' })
  keptAt!: string;

  /** The version itself, for edges. */
  version!: DocumentVersion;
}

/** A version as the API shows it. */
export function toVersion(version: DocumentVersion): SectionVersionType {
  const { id, kind, name, reason, keptAt } = version;
  return { id: encodeGlobalId('SectionVersion', id), uuid: id, kind, name, reason, keptAt, version };
}
