import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { createConnection, DateTimeScalar, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { canBeUndone, isOpenToOthers, RECENT_IMPORT_KINDS, RECENT_IMPORT_STATES } from '../domain/recent-import.js';
import type { RecentImport } from '../domain/recent-import.js';

export const RecentImportKindEnum = upperCaseEnum(RECENT_IMPORT_KINDS);
registerEnumType(RecentImportKindEnum, { name: 'RecentImportKind', description: 'What a file becomes, or brings, in an edition.' });
export const RecentImportStateEnum = upperCaseEnum(RECENT_IMPORT_STATES);
registerEnumType(RecentImportStateEnum, { name: 'RecentImportState', description: 'How far a file is that was brought; READY: it waits for a decision.' });

/** An import in a list. */
@ObjectType('RecentImport', { description: 'A file that was brought into an edition lately.' })
export class RecentImportType {
  @Field(() => String, { description: 'Raw id of the import.' })
  uuid!: string;

  @Field(() => RecentImportKindEnum, { description: 'What it becomes, or brings.' })
  kind!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => RecentImportStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => DateTimeScalar, { description: 'When it was brought.' })
  requestedAt!: Date;

  @Field(() => Boolean, { description: 'Whether the viewer brought it.' })
  isOwn!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer can open it: her own, and what others have taken over where she has the same right.' })
  mayOpen!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer can take all of it out again, should nobody have gone on working on it.' })
  mayUndo!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many sections, goals and measures, or changes came of it; null for corrections.' })
  takenCount!: number | null;

  /** For its edge. */
  organisationId!: string | null;
}

export const { Connection: RecentImportConnection } = createConnection(RecentImportType, 'RecentImport');

/** An import as the list shows it. */
export function toRecentImport(found: RecentImport, { isOwn, isFrozen }: { readonly isOwn: boolean; readonly isFrozen: boolean }): RecentImportType {
  const { id, kind, fileName, state, requestedAt, takenCount, actingOrganisationId } = found;
  const mayOpen = isOwn || isOpenToOthers({ state, isForCorrections: kind === 'word_corrections' });
  return { uuid: id, kind, fileName, state, requestedAt, isOwn, mayOpen, mayUndo: mayOpen && !isFrozen && canBeUndone(found), takenCount, organisationId: actingOrganisationId };
}
