import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { SectionType } from './section.type.js';
import { SectionVersionType } from './version.type.js';

@ObjectType({ description: 'Answer of keepVersion.' })
export class KeepVersionPayload extends MutationPayload {
  @Field(() => SectionVersionType, { nullable: true, description: 'The version; null when nothing was done.' })
  version!: SectionVersionType | null;
}

@ObjectType({ description: 'Answer of restoreVersion.' })
export class RestoreVersionPayload extends MutationPayload {
  @Field(() => SectionType, { nullable: true, description: 'The section as it is afterwards; null when nothing was done.' })
  section!: SectionType | null;

  @Field(() => SectionVersionType, { nullable: true, description: 'What was there before, to be restored if this was a mistake; null when the text said the same already.' })
  keptVersion!: SectionVersionType | null;
}
