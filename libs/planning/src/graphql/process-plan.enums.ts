import { registerEnumType } from '@nestjs/graphql';
import type { TemplateKind } from '../domain/process-plan.js';
import type { PhaseStateName } from '../domain/phase.policy.js';

/** For which kind of municipality a template is made. */
export const TemplateKindEnum = { LARGE_CITY: 'large_city', CITY: 'city', COUNTY: 'county', SMALL_MUNICIPALITY: 'small_municipality' } as const satisfies Record<string, TemplateKind>;
registerEnumType(TemplateKindEnum, { name: 'TemplateKind', description: 'For which kind of municipality a template is made.' });

/** What has become of a phase. */
export const PhaseStateEnum = { PLANNED: 'planned', OPEN: 'open', CLOSED: 'closed' } as const satisfies Record<string, PhaseStateName>;
registerEnumType(PhaseStateEnum, { name: 'PhaseState', description: 'Whether a phase is still to come, open, or over.' });
