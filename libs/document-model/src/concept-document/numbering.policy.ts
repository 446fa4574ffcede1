import type { GoalKind } from '../fields/field-vocabulary.js';
import type { DocumentText } from '../reading/document-text.reader.js';

/** A goal or measure as numbering sees it. */
export interface OutlineObject {
  readonly id: string;
  readonly kind: GoalKind | 'measure';
}

/** A section with its goals and measures in the order of the text. */
export interface OutlineSection {
  readonly id: string;
  readonly objects: readonly OutlineObject[];
}

/**
 * Numbers of the goals and measures of one section, by id: measures `M3.1`, `M3.2` …, guiding goals `Z3.1` …, the sub-goals that
 * follow a guiding goal `Z3.1.1` …. A sub-goal without a guiding goal before it is numbered like one. Goals and measures count apart,
 * so that a new goal renames no measure.
 */
export function numberObjects(section: string, objects: readonly OutlineObject[]): Map<string, string> {
  const numbers = new Map<string, string>();
  let [measures, goals, subGoals] = [0, 0, 0];
  let hasGuidingGoal = false;
  for (const { id, kind } of objects) {
    if (kind === 'measure') {
      measures += 1;
      numbers.set(id, `M${section}.${measures}`);
    } else if (kind === 'sub' && hasGuidingGoal) {
      subGoals += 1;
      numbers.set(id, `Z${section}.${goals}.${subGoals}`);
    } else {
      goals += 1;
      subGoals = 0;
      hasGuidingGoal ||= kind === 'guiding';
      numbers.set(id, `Z${section}.${goals}`);
    }
  }
  return numbers;
}

/** Numbers of all sections, goals and measures of an edition, by id. They follow the order of the text and are kept nowhere until adoption fixes them. */
export function numberOutline(sections: readonly OutlineSection[]): Map<string, string> {
  const numbers = new Map<string, string>();
  sections.forEach(({ id, objects }, index) => {
    const section = String(index + 1);
    numbers.set(id, section);
    for (const [objectId, number] of numberObjects(section, objects)) numbers.set(objectId, number);
  });
  return numbers;
}

/** The goals and measures of a section's text, by block id, as numbering wants them. */
export function outlineObjects({ tree, values }: DocumentText): OutlineObject[] {
  return tree.content.flatMap(({ type, attrs }): OutlineObject[] => {
    const id = attrs?.['id'];
    if (typeof id !== 'string' || (type !== 'goal' && type !== 'measure')) return [];
    if (type === 'measure') return [{ id, kind: 'measure' }];
    return [{ id, kind: values[id]?.['kind'] === 'sub' ? 'sub' : 'guiding' }];
  });
}
