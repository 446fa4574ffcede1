import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import type { DocumentChange } from '@konzeptwerkstatt/document-model';
import { INDICATOR_DIRECTORY } from '../concept.ports.js';
import type { IndicatorDirectory } from '../concept.ports.js';
import { conceptError, throwProblems } from '../domain/concept.errors.js';
import { fieldProblems, sameValue, tidyValue } from '../domain/field-value.policy.js';
import { tidyTitle, titleProblems } from '../domain/title.policy.js';
import { ConceptObjectRepository } from '../persistence/concept-object.repository.js';
import type { ConceptObjectPlace } from '../persistence/concept-object.repository.js';
import { FieldHistoryRepository } from '../persistence/field-history.repository.js';
import { EditBlockCommand, objectIn } from './edit-block.command.js';
import type { EditScene } from './edit-block.command.js';
import { KnownReferencesReader } from './known-references.reader.js';

export type ConceptObject = 'goal' | 'measure';

/** Which goal or measure is meant, by its row. */
export interface ObjectRef {
  readonly object: ConceptObject;
  readonly id: string;
}

/** One value of a field with a single value. */
export interface ValueEdit extends ObjectRef {
  /** Field of the document without block id. */
  readonly field: string;
  /** Name in the input, for `path`. */
  readonly input: string;
  readonly value: string | null;
  /** What the writer saw; another value by now is refused. */
  readonly expected: string | null;
  readonly references?: 'organisation';
}

/** One member put into a set of a goal or measure, or taken out. Has no `expected`: two people who add two members lose neither. */
export interface MemberEdit extends ObjectRef {
  readonly field: 'partner' | 'targetGroup' | 'indicator' | 'goal';
  readonly input: string;
  /** Id of the organisation, indicator or goal, or the key of the target group. */
  readonly member: string;
  readonly present: boolean;
}

const listOf = { goal: 'goals', measure: 'measures' } as const;

/** What a field that was never set counts as. */
const defaults: Readonly<Record<string, string | undefined>> = { decisionState: 'draft', kind: 'guiding' };

/** All edits of goals' and measures' fields from outside the text. */
@Injectable()
export class EditFieldCommand {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly blocks: EditBlockCommand,
    private readonly objects: ConceptObjectRepository,
    private readonly history: FieldHistoryRepository,
    private readonly references: KnownReferencesReader,
    @Inject(INDICATOR_DIRECTORY) private readonly indicators: IndicatorDirectory,
  ) {}

  /**
   * Sets a field, or empties it. @returns the row's id
   * @throws as EditBlockCommand.run; ValidationError STALE_VALUE with both values, UNKNOWN_ORGANISATION, and those of the field
   */
  async setValue(context: CommandContext, edit: ValueEdit): Promise<string> {
    const place = await this.objects.get(this.database.client, edit.object, edit.id);
    const value = tidyValue(edit.value);
    return this.blocks.run(context, place.sectionId, async (scene) => {
      throwProblems(fieldProblems(edit.object, edit.field, value, [edit.input]));
      const current = await this.currentValue(scene, place, edit);
      await this.assertExpected(scene, edit, edit.field, tidyValue(edit.expected), current);
      if (edit.references === 'organisation' && value !== null) await this.assertOrganisation(scene, value, edit.input);
      return { kind: 'setFields', blockId: place.blockId, values: { [edit.field]: value } };
    }, edit.id);
  }

  /** Sets the title. @returns the row's id @throws as `setValue`; ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE */
  async setTitle(context: CommandContext, edit: ObjectRef & { readonly title: string; readonly expected: string }): Promise<string> {
    const place = await this.objects.get(this.database.client, edit.object, edit.id);
    return this.blocks.run(context, place.sectionId, async (scene) => {
      throwProblems(titleProblems(edit.title));
      const { title } = objectIn(scene.content, listOf[edit.object], place.blockId);
      await this.assertExpected(scene, { object: edit.object, id: edit.id, input: 'title' }, 'title', tidyTitle(edit.expected), title);
      return { kind: 'setTitle', blockId: place.blockId, title: tidyTitle(edit.title) };
    }, edit.id);
  }

  /**
   * Puts a member into a set or takes it out; nothing happens when it already is as wanted. @returns the row's id
   * @throws as EditBlockCommand.run; ValidationError UNKNOWN_ORGANISATION, UNKNOWN_INDICATOR, UNKNOWN_GOAL, VALUE_NOT_ALLOWED
   */
  async setMember(context: CommandContext, edit: MemberEdit): Promise<string> {
    const place = await this.objects.get(this.database.client, edit.object, edit.id);
    return this.blocks.run(context, place.sectionId, async (scene) => {
      const object = objectIn(scene.content, listOf[edit.object], place.blockId);
      const key = `${edit.field}/${await this.memberKey(scene, edit)}`;
      if ((object.values[key] === true) === edit.present) return null;
      return this.memberChange(scene, place, edit, key);
    }, edit.id);
  }

  /** The value as tables show it: with the default of what is not set, without organisations that do not exist here. */
  private async currentValue({ tx, place, content }: EditScene, { blockId }: ConceptObjectPlace, { object, field, references }: ValueEdit): Promise<string | null> {
    const stored = objectIn(content, listOf[object], blockId).values[field] ?? defaults[field];
    if (typeof stored !== 'string') return null;
    const isForeign = references === 'organisation' && !(await this.references.hasOrganisation(tx, place.municipalityId, stored));
    return isForeign ? null : stored;
  }

  private memberChange(scene: EditScene, place: ConceptObjectPlace, edit: MemberEdit, key: string): DocumentChange {
    const value = edit.present ? (true as const) : null;
    throwProblems(fieldProblems(edit.object, key, value, [edit.input]));
    // The first goal linked by hand would otherwise push out the one that the measure serves by its place in the text.
    const implicit = edit.field === 'goal' ? implicitGoals(scene, place) : [];
    return { kind: 'setFields', blockId: place.blockId, values: { ...Object.fromEntries(implicit.map((id) => [`goal/${id}`, true as const])), [key]: value } };
  }

  /** The member as the document names it: goals by their block, everything else by itself. */
  private async memberKey({ tx, place, content }: EditScene, edit: MemberEdit): Promise<string> {
    if (edit.field === 'goal') {
      const goal = await this.objects.find(tx, 'goal', edit.member);
      const known = goal !== null && content.goals.some((other) => other.blockId === goal.blockId) && goal.sectionId === place.sectionId;
      if (!known) throw conceptError('UNKNOWN_GOAL', [edit.input]);
      return goal.blockId;
    }
    if (edit.field === 'partner' && edit.present && !(await this.references.hasOrganisation(tx, place.municipalityId, edit.member))) {
      throw conceptError('UNKNOWN_ORGANISATION', [edit.input]);
    }
    if (edit.field === 'indicator' && edit.present && !(await this.indicators.existing(tx, place.municipalityId, [edit.member])).has(edit.member)) {
      throw conceptError('UNKNOWN_INDICATOR', [edit.input]);
    }
    return edit.member;
  }

  private async assertOrganisation({ tx, place }: EditScene, id: string, input: string): Promise<void> {
    if (!(await this.references.hasOrganisation(tx, place.municipalityId, id))) throw conceptError('UNKNOWN_ORGANISATION', [input]);
  }

  private async assertExpected(scene: EditScene, edit: ObjectRef & { readonly input: string }, field: string, expected: string | null, current: string | null): Promise<void> {
    if (sameValue(field, expected, current)) return;
    const overtaking = scene.overtaking.findLast((fact) => fact.id === edit.id && fact.field === field);
    const changedBy = overtaking?.organisationId ?? (await this.history.lastChangedBy(scene.tx, scene.place.municipalityId, edit.id, field));
    throw conceptError('STALE_VALUE', [edit.input], { currentValue: current, changedByOrganisationId: changedBy });
  }
}

function implicitGoals({ content }: EditScene, { blockId }: ConceptObjectPlace): readonly string[] {
  const measure = content.measures.find((other) => other.blockId === blockId);
  return measure === undefined || measure.goalsLinked ? [] : measure.goalBlockIds;
}
