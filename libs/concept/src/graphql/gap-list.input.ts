import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ConnectionArgs, decodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import type { Gap, GapKind } from '../domain/gap.policy.js';
import { GapKindEnum } from './concept.enums.js';

@InputType({ description: 'Which gaps; what is left out or empty does not restrict.' })
export class GapFilterInput {
  @Field(() => [GapKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: GapKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'In these sections.' })
  sectionIds?: string[] | null;
}

@ArgsType()
export class GapListArgs extends ConnectionArgs {
  @Field(() => GapFilterInput, { nullable: true, description: 'Which gaps.' })
  filter?: GapFilterInput | null;
}

/** The gaps that a filter leaves. @throws ApplicationError NOT_FOUND for a malformed id */
export function filterGaps(gaps: readonly Gap[], filter: GapFilterInput | null | undefined): readonly Gap[] {
  const kinds = filter?.kinds ?? [];
  const sections = (filter?.sectionIds ?? []).map((id) => decodeGlobalId(id, 'Section'));
  return gaps.filter((gap) => (kinds.length === 0 || kinds.includes(gap.kind)) && (sections.length === 0 || (gap.sectionId !== null && sections.includes(gap.sectionId))));
}
