import { IdentityModule } from '@konzeptwerkstatt/identity';
import type { CollabModuleOptions } from './collab.module.js';

/** The contexts that answer who is at a room's door and who may enter. */
export const contextModules: CollabModuleOptions['contexts'] = [IdentityModule];
