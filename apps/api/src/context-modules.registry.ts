import type { ModuleMetadata } from '@nestjs/common';
import { IdentityGraphqlModule, IdentityModule } from '@konzeptwerkstatt/identity';

type Modules = NonNullable<ModuleMetadata['imports']>;

/** The contexts that this build joins. */
export const contextModules: Modules = [IdentityModule];

/** Their parts of the schema. */
export const contextGraphqlModules: Modules = [IdentityGraphqlModule];
