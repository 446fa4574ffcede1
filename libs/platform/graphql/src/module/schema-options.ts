import type { BuildSchemaOptions } from '@nestjs/graphql';
import { FieldErrorType, FrozenErrorType, StaleValueErrorType } from '../errors/user-error.type.js';

/** Types that are answered only behind an interface are named here, or the schema would not know them. */
export const buildSchemaOptions: BuildSchemaOptions = { orphanedTypes: [FieldErrorType, StaleValueErrorType, FrozenErrorType] };
