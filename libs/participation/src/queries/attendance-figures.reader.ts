import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { EditionRecord } from '@konzeptwerkstatt/concept';
import { IdentityReader, ORGANISATION_KINDS } from '@konzeptwerkstatt/identity';
import { GatheringReader, gatheringStateOf, ProcessReader } from '@konzeptwerkstatt/planning';
import type { GatheringRow } from '@konzeptwerkstatt/planning';
import { attendanceByKind } from '../domain/attendance.policy.js';
import type { KindAttendance } from '../domain/attendance.policy.js';

/** Who came to the gatherings of a concept's process. */
export interface AttendanceFigures {
  readonly kinds: readonly KindAttendance[];
  /** Gatherings that have begun, in the order of time. */
  readonly gatherings: readonly { readonly gathering: GatheringRow; readonly organisationCount: number; readonly kindCount: number }[];
}

/** Counts which organisations came to the gatherings of the process in which a concept is written. */
@Injectable()
export class AttendanceFiguresReader {
  constructor(
    @Inject(ProcessReader) private readonly processes: ProcessReader,
    @Inject(GatheringReader) private readonly gatherings: GatheringReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** Null when the edition is written in no process, or the actor may not see it. */
  async find(actor: Actor | null, { municipalityId, processId }: EditionRecord): Promise<AttendanceFigures | null> {
    if (processId === null || (await this.processes.find(actor, processId)) === null) return null;
    const begun = (await this.gatherings.findMany(municipalityId, [processId])).filter((gathering) => gatheringStateOf(gathering) !== 'planned');
    const attendances = (await this.gatherings.findAttendances(municipalityId, begun.map(({ id }) => id))).filter(({ state }) => state === 'attended');
    const kindOf = new Map((await this.identity.organisationsBehindRows([...new Set(attendances.map(({ organisationId }) => organisationId))])).map(({ id, kind }) => [id, kind]));
    const attended = attendances.flatMap(({ gatheringId, organisationId }) => {
      const kind = kindOf.get(organisationId);
      return kind === undefined ? [] : [{ gatheringId, organisationId, kind }];
    });
    return {
      kinds: attendanceByKind(attended, ORGANISATION_KINDS),
      gatherings: begun.map((gathering) => {
        const here = attended.filter(({ gatheringId }) => gatheringId === gathering.id);
        return { gathering, organisationCount: here.length, kindCount: new Set(here.map(({ kind }) => kind)).size };
      }),
    };
  }
}
