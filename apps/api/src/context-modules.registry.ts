import type { ModuleMetadata } from '@nestjs/common';
import { ConceptGraphqlModule, ConceptModule } from '@konzeptwerkstatt/concept';
import { DecisionGraphqlModule, DecisionModule } from '@konzeptwerkstatt/decision';
import { IdentityGraphqlModule, IdentityModule, InstallationHealthModule } from '@konzeptwerkstatt/identity';
import { MonitoringGraphqlModule, MonitoringModule } from '@konzeptwerkstatt/monitoring';
import { NotificationGraphqlModule, NotificationModule } from '@konzeptwerkstatt/notification';
import { ParticipationGraphqlModule, ParticipationModule } from '@konzeptwerkstatt/participation';
import { PlanningGraphqlModule, PlanningModule } from '@konzeptwerkstatt/planning';
import { ReportingGraphqlModule, ReportingModule } from '@konzeptwerkstatt/reporting';
import { SearchGraphqlModule, SearchModule } from '@konzeptwerkstatt/search';
import { ContextJoinModule } from './context-join.module.js';

type Modules = NonNullable<ModuleMetadata['imports']>;

/** The contexts that this build joins. */
export const contextModules: Modules = [
  IdentityModule, NotificationModule, ConceptModule, PlanningModule, ParticipationModule, MonitoringModule, DecisionModule, ReportingModule, SearchModule, ContextJoinModule,
];

/** Their parts of the schema. */
export const contextGraphqlModules: Modules = [
  IdentityGraphqlModule, InstallationHealthModule, ConceptGraphqlModule, PlanningGraphqlModule, ParticipationGraphqlModule, MonitoringGraphqlModule, DecisionGraphqlModule,
  ReportingGraphqlModule, SearchGraphqlModule, NotificationGraphqlModule,
];
