import { Field, ObjectType } from '@nestjs/graphql';
import { encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import type { StoredField } from '../domain/planning-process.entity.js';
import type { ProcessDocumentRow } from '../queries/process.reader.js';
import { ProcessExampleType } from './process-example.type.js';

/** A field of action or chapter that a plan names. */
@ObjectType('PlannedField', { description: 'A field of action or chapter of a document of a process, in order.' })
export class PlannedFieldType {
  @Field(() => String, { description: 'Names it in its plan.' })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => Boolean, { description: 'Whether it was given priority.' })
  isPriority!: boolean;
}

/** A document that a process leads to or builds on. */
@ObjectType('ProcessDocument', { description: 'A document that a process leads to or builds on.' })
export class ProcessDocumentType extends IdentifiedType {
  /** Not part of the API: for the fields that are looked up. */
  readonly row!: ProcessDocumentRow;

  @Field(() => String, { description: 'Kind of document, as a key.' })
  kind!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'A remark.' })
  note!: string | null;

  @Field(() => Boolean, { description: 'Whether it is decided on, and not only promised.' })
  isBinding!: boolean;

  @Field(() => [PlannedFieldType], { description: 'Its fields of action in order, as they were planned.' })
  fields!: PlannedFieldType[];

  @Field(() => [ProcessExampleType], { description: 'Which document it was in the example the process follows.' })
  examples!: ProcessExampleType[];

  static of(row: ProcessDocumentRow): ProcessDocumentType {
    const { id, kind, title, note, isBinding } = row;
    const fields = (row.fields as unknown as readonly StoredField[]).map((field) => Object.assign(new PlannedFieldType(), { key: field.key, title: field.title, isPriority: field.isPriority }));
    return Object.assign(new ProcessDocumentType(), { row, id: encodeGlobalId('ProcessDocument', id), kind, title, note, isBinding, fields, examples: ProcessExampleType.listOf(row.examples) });
  }
}
