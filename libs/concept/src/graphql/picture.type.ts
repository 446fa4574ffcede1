import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';

@InputType({ description: "An uploaded picture for a section's text." })
export class AddPictureInput extends MutationInput {
  @Field(() => ID, { description: 'The section in whose text it will stand.' })
  sectionId!: string;

  @Field(() => String, { description: 'Raw id of the file, uploaded to `/files?purpose=concept.picture`.' })
  fileId!: string;
}

@ObjectType({ description: 'Answer of addPicture. Codes: EDITION_FROZEN, FILE_GONE.' })
export class AddPicturePayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: "Raw id of the file, for the attribute `fileId` of a picture in the section's text; null when nothing was done." })
  fileId!: string | null;
}
