import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { decodeGlobalId, pickedId, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { AddConceptObjectCommand } from '../commands/add-concept-object.command.js';
import { EditFieldCommand } from '../commands/edit-field.command.js';
import { RemoveConceptObjectCommand } from '../commands/remove-concept-object.command.js';
import { ConceptAnswers } from './concept-answers.js';
import { AddGoalInput, LinkGoalIndicatorInput, RemoveGoalInput, SetGoalKindInput, SetGoalTitleInput, UnlinkGoalIndicatorInput } from './goal.input.js';
import { AddGoalPayload, LinkGoalIndicatorPayload, SetGoalKindPayload, SetGoalTitlePayload, UnlinkGoalIndicatorPayload } from './goal.payload.js';
import type { GoalPayload } from './goal.payload.js';
import { GoalType } from './goal.type.js';
import { RemoveGoalPayload } from './removal.payload.js';
import { originOf } from './origin.input.js';

const goalRef = (goalId: string) => ({ object: 'goal', id: decodeGlobalId(goalId, 'Goal') }) as const;

/** Mutations of goals. */
@Resolver(() => GoalType)
export class GoalMutationResolver {
  constructor(
    private readonly addition: AddConceptObjectCommand,
    private readonly fields: EditFieldCommand,
    private readonly removal: RemoveConceptObjectCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  @Mutation(() => AddGoalPayload, { description: "Writes a goal into a section's text." })
  addGoal(@Requested() request: RequestContext, @Args('input') input: AddGoalInput): Promise<GoalPayload> {
    const { title, description = null, afterBlockId = null } = input;
    const sectionId = decodeGlobalId(input.sectionId, 'Section');
    return this.answers.goal(request, 'title', this.addition.run(this.answers.command(request, 'addGoal', input), { object: 'goal', sectionId, title, description, afterBlockId, origin: originOf(input.origin) }));
  }

  @Mutation(() => SetGoalTitlePayload, { description: 'Gives a goal a new title.' })
  setGoalTitle(@Requested() request: RequestContext, @Args('input') input: SetGoalTitleInput): Promise<GoalPayload> {
    const { title, expected } = input;
    return this.answers.goal(request, 'title', this.fields.setTitle(this.answers.command(request, 'setGoalTitle', input), { ...goalRef(input.goalId), title, expected }));
  }

  @Mutation(() => SetGoalKindPayload, { description: 'Makes a goal a guiding goal or a sub-goal.' })
  setGoalKind(@Requested() request: RequestContext, @Args('input') input: SetGoalKindInput): Promise<GoalPayload> {
    const edit = { ...goalRef(input.goalId), field: 'kind', input: 'kind', value: input.kind, expected: input.expected };
    return this.answers.goal(request, 'kind', this.fields.setValue(this.answers.command(request, 'setGoalKind', input), edit));
  }

  @Mutation(() => LinkGoalIndicatorPayload, { description: 'Links a goal to an indicator.' })
  linkGoalIndicator(@Requested() request: RequestContext, @Args('input') input: LinkGoalIndicatorInput): Promise<GoalPayload> {
    const edit = { ...goalRef(input.goalId), field: 'indicator', input: 'indicatorId', member: pickedId(input.indicatorId, 'Indicator'), present: true } as const;
    return this.answers.goal(request, 'indicator', this.fields.setMember(this.answers.command(request, 'linkGoalIndicator', input), edit));
  }

  @Mutation(() => UnlinkGoalIndicatorPayload, { description: 'Takes the link to an indicator off a goal.' })
  unlinkGoalIndicator(@Requested() request: RequestContext, @Args('input') input: UnlinkGoalIndicatorInput): Promise<GoalPayload> {
    const edit = { ...goalRef(input.goalId), field: 'indicator', input: 'indicatorId', member: pickedId(input.indicatorId, 'Indicator'), present: false } as const;
    return this.answers.goal(request, 'indicator', this.fields.setMember(this.answers.command(request, 'unlinkGoalIndicator', input), edit));
  }

  @Mutation(() => RemoveGoalPayload, { description: 'Takes a goal out of the text.' })
  async removeGoal(@Requested() request: RequestContext, @Args('input') input: RemoveGoalInput): Promise<RemoveGoalPayload> {
    const { id, section, errors } = await this.answers.removed(request, 'Goal', this.removal.run(this.answers.command(request, 'removeGoal', input), goalRef(input.goalId)));
    return { removedGoalId: id, section, errors };
  }
}
