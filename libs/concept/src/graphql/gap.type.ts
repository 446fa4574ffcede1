import { Field, Int, ObjectType } from '@nestjs/graphql';
import { derivedId } from '@konzeptwerkstatt/kernel';
import { encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import type { Gap } from '../domain/gap.policy.js';
import { GapKindEnum } from './concept.enums.js';

/** Something that is still missing, and the place it leads to. */
@ObjectType('Gap', { description: 'Something that is still missing, and the place it leads to.' })
export class GapType extends IdentifiedType {
  @Field(() => GapKindEnum, { description: 'What is missing.' })
  kind!: string;

  @Field(() => String, { description: 'Title of the measure or goal, name of the indicator, caption of the picture.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Raw id of the block in the text that it leads to.' })
  blockId!: string | null;

  /** The gap itself, for edges (`gap.indicatorId` for monitoring). */
  gap!: Gap;
}

/** How many gaps of a kind there are. */
@ObjectType('GapCount', { description: 'How many gaps of a kind there are.' })
export class GapCountType {
  @Field(() => GapKindEnum, { description: 'What is missing.' })
  kind!: string;

  @Field(() => Int, { description: 'How often.' })
  count!: number;
}

/** A gap as the API shows it. Its id stays the same as long as the gap is there. */
export function toGap(gap: Gap): GapType {
  const subject = gap.measureId ?? gap.goalId ?? gap.indicatorId ?? gap.blockId ?? '';
  const id = encodeGlobalId('Gap', derivedId(gap.sectionId ?? subject, `${gap.kind}/${subject}`));
  return { id, kind: gap.kind, title: gap.title, blockId: gap.blockId, gap };
}
