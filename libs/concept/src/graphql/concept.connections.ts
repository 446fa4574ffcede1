import { createConnection } from '@konzeptwerkstatt/platform-graphql';
import { ActivityType } from './activity.type.js';
import { EditionType } from './edition.type.js';
import { GapType } from './gap.type.js';
import { GoalType } from './goal.type.js';
import { MeasureType } from './measure.type.js';
import { SectionType } from './section.type.js';
import { ComparedBlockType } from './version-comparison.type.js';
import { SectionVersionType } from './version.type.js';

export const { Connection: EditionConnection } = createConnection(EditionType, 'Edition');
export const { Connection: SectionConnection } = createConnection(SectionType, 'Section');
export const { Connection: GoalConnection } = createConnection(GoalType, 'Goal');
export const { Connection: MeasureConnection } = createConnection(MeasureType, 'Measure');
export const { Connection: GapConnection } = createConnection(GapType, 'Gap');
export const { Connection: ActivityConnection } = createConnection(ActivityType, 'Activity');
export const { Connection: SectionVersionConnection } = createConnection(SectionVersionType, 'SectionVersion');
export const { Connection: ComparedBlockConnection } = createConnection(ComparedBlockType, 'ComparedBlock');
