import { Field, ObjectType } from '@nestjs/graphql';
import { createConnection, DateTimeScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import type { ProcessRoleRow } from '../queries/process.reader.js';
import { ProcessRoleEnum } from './process-role.enum.js';

/** Who holds which role in a process. */
@ObjectType('ProcessRole', { description: 'A person or an organisation holds a role in a process, in some sections only or in all of it.' })
export class ProcessRoleType extends IdentifiedType {
  /** Not part of the API: for the fields that are looked up. */
  readonly row!: ProcessRoleRow;

  @Field(() => String, { description: 'The raw id.' })
  uuid!: string;

  @Field(() => ProcessRoleEnum, { description: 'What the role allows.' })
  role!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  assignedAt!: Date;

  static of(row: ProcessRoleRow): ProcessRoleType {
    return Object.assign(new ProcessRoleType(), { row, id: encodeGlobalId('ProcessRole', row.id), uuid: row.id, role: row.role, assignedAt: row.assignedAt });
  }
}

export const { Connection: ProcessRoleConnection, Edge: ProcessRoleEdge } = createConnection(ProcessRoleType, 'ProcessRole');
