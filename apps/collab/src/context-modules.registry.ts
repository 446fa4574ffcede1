import { ConceptModule } from '@konzeptwerkstatt/concept';
import { IdentityModule } from '@konzeptwerkstatt/identity';
import { MonitoringModule } from '@konzeptwerkstatt/monitoring';
import { NotificationModule } from '@konzeptwerkstatt/notification';
import type { CollabModuleOptions } from './collab.module.js';
import { DocumentAccessModule } from './document-access.module.js';

/** The contexts that answer who is at a room's door and who may enter; monitoring, because concept asks it for indicators, and notification, because monitoring tells people. */
export const contextModules: CollabModuleOptions['contexts'] = [IdentityModule, NotificationModule, ConceptModule, MonitoringModule, DocumentAccessModule];
