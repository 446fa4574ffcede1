import { Inject } from '@nestjs/common';
import { Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EditionType } from '@konzeptwerkstatt/concept';
import { Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { FiguresReader } from '../queries/figures.reader.js';
import { AttendanceFiguresReader } from '../queries/attendance-figures.reader.js';
import { AttendanceFiguresType, KindWordsType, ParticipationFiguresType, toAttendance, toFigures } from './figures.type.js';

/** Who takes part in an edition. */
@Resolver(() => EditionType)
export class EditionFiguresResolver {
  constructor(@Inject(FiguresReader) private readonly reader: FiguresReader) {}

  @Extensions({ cost: 100 })
  @ResolveField(() => ParticipationFiguresType, { nullable: true, description: 'Who takes part; null for those who may not read what is said about all of it.' })
  async participation(@Parent() { uuid }: EditionType, @Requested() { actor }: RequestContext): Promise<ParticipationFiguresType | null> {
    const found = await this.reader.find(actor, uuid);
    return found === null ? null : toFigures(found);
  }
}

/** Who wrote how much. */
@Resolver(() => ParticipationFiguresType)
export class FiguresWordsResolver {
  constructor(@Inject(FiguresReader) private readonly reader: FiguresReader) {}

  // All texts are built for it, two at a time.
  @Extensions({ cost: 4000 })
  @ResolveField(() => [KindWordsType], { nullable: true, description: 'How much of the text is of each kind of organisation; null where the municipality shows no numbers beside authors.' })
  async words(@Parent() { found }: ParticipationFiguresType, @Requested() { actor }: RequestContext): Promise<KindWordsType[] | null> {
    const words = await this.reader.words(actor, found.edition);
    return words === null ? null : [...words].map(([kind, percent]) => ({ kind, percent }));
  }
}

/** Who came to the gatherings. */
@Resolver(() => ParticipationFiguresType)
export class FiguresAttendanceResolver {
  constructor(@Inject(AttendanceFiguresReader) private readonly reader: AttendanceFiguresReader) {}

  @Extensions({ cost: 20 })
  @ResolveField(() => AttendanceFiguresType, { nullable: true, description: 'Who came to the gatherings; null where the concept is written in no process, and for those who may not see it.' })
  async attendance(@Parent() { found }: ParticipationFiguresType, @Requested() { actor }: RequestContext): Promise<AttendanceFiguresType | null> {
    const attendance = await this.reader.find(actor, found.edition);
    return attendance === null ? null : toAttendance(attendance);
  }
}
