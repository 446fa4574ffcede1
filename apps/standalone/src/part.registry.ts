import type { ModuleMetadata } from '@nestjs/common';

/** Modules that the one process has beside those of the API. */
export const sharedParts: NonNullable<ModuleMetadata['imports']> = [];
