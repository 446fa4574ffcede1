import { registerEnumType } from '@nestjs/graphql';
import type { ProcessRoleName } from '../domain/process-role.entity.js';

/** Roles as the API names them; `administrator` belongs to the municipality and is never given in a process. */
export const ProcessRoleEnum = {
  STEERING: 'steering', EDITOR: 'editor', CONTRIBUTOR: 'contributor', REVIEWER: 'reviewer', READER: 'reader',
} as const satisfies Record<string, ProcessRoleName>;

registerEnumType(ProcessRoleEnum, {
  name: 'AccessRole',
  description: 'What somebody may do in a process.',
  valuesMap: {
    STEERING: { description: 'Everything, roles included.' },
    EDITOR: { description: 'Structure and text.' },
    CONTRIBUTOR: { description: 'Text, in the named sections or in all of them.' },
    REVIEWER: { description: 'Read and comment.' },
    READER: { description: 'Read.' },
  },
});
