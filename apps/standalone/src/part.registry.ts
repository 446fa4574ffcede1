import type { ModuleMetadata } from '@nestjs/common';
import { CollaborationServerModule } from '@konzeptwerkstatt/collaboration';

/** Modules that the one process has beside those of the API; the API's are global, so the rooms find their ports there. */
export const sharedParts: NonNullable<ModuleMetadata['imports']> = [CollaborationServerModule.register([])];
