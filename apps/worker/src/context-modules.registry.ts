import { CollaborationModule } from '@konzeptwerkstatt/collaboration';
import { ConceptModule } from '@konzeptwerkstatt/concept';
import { DecisionModule } from '@konzeptwerkstatt/decision';
import { IdentityModule } from '@konzeptwerkstatt/identity';
import { MonitoringModule } from '@konzeptwerkstatt/monitoring';
import { NotificationModule } from '@konzeptwerkstatt/notification';
import { ParticipationModule } from '@konzeptwerkstatt/participation';
import { PlanningModule } from '@konzeptwerkstatt/planning';
import { ReportingModule } from '@konzeptwerkstatt/reporting';
import { SearchModule } from '@konzeptwerkstatt/search';
import type { WorkerModuleOptions } from './worker.module.js';

/** The modules that provide what worker-parts.registry.ts lists, beside the platform's own. */
export const contextModules: WorkerModuleOptions['contexts'] = [
  IdentityModule, NotificationModule, ConceptModule, PlanningModule, ParticipationModule, MonitoringModule, DecisionModule, ReportingModule, SearchModule, CollaborationModule,
];
