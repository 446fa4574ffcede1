import { Injectable } from '@nestjs/common';
import { ConceptNumbersReader } from './concept-numbers.reader.js';
import type { EditionRecord } from './edition.reader.js';
import { GoalReader } from './goal.reader.js';
import type { GoalRecord } from './goal.reader.js';

/** More goals than these no concept has. */
const MOST_GOALS = 10_000;

/** A goal with the number it is printed under. */
export type NumberedGoal = GoalRecord & { readonly number: string };

/** Reads all goals of an edition at once. Rights are the caller's question. */
@Injectable()
export class EditionGoalReader {
  constructor(
    private readonly goals: GoalReader,
    private readonly numbers: ConceptNumbersReader,
  ) {}

  /** In the order of the text. */
  async find({ editionId }: Pick<EditionRecord, 'editionId'>): Promise<NumberedGoal[]> {
    const [rows, numbers] = await Promise.all([this.goals.findByEditions([editionId], { offset: 0, limit: MOST_GOALS }), this.numbers.findByEditions([editionId])]);
    return rows.map((row) => ({ ...row, number: numbers.get(editionId)?.get(row.id) ?? '' }));
  }
}
