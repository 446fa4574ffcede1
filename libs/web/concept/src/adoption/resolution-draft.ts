import type { ConsultationRole, RecordResolutionInput, ResolutionResult } from '@konzeptwerkstatt/web-data';
// By the light door: a draft has nothing to do with components.
import { readTypedDate } from '@konzeptwerkstatt/web-ui/typed-date';

export const results: readonly ResolutionResult[] = ['UNCHANGED', 'AMENDED', 'NOTED', 'POSTPONED', 'REJECTED'];
export const consultationRoles: readonly ConsultationRole[] = ['PRELIMINARY', 'HEARING', 'OPINION', 'INFORMATION'];

/** A consultation as it is typed; the key tells rows apart while they come and go. */
export interface ConsultationDraft {
  readonly key: number;
  readonly bodyName: string;
  readonly heldOn: string;
  readonly role: ConsultationRole;
}

/** A resolution as it is typed. */
export interface ResolutionDraft {
  readonly bodyName: string;
  readonly decidedOn: string;
  readonly result: ResolutionResult | null;
  readonly adopts: boolean;
  /** NaN: not recorded. */
  readonly votesYes: number;
  readonly votesNo: number;
  readonly votesAbstained: number;
  readonly paperNumber: string;
  readonly oparlUrl: string;
  readonly remark: string;
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly consultations: readonly ConsultationDraft[];
}

export const emptyDraft: ResolutionDraft = {
  bodyName: '', decidedOn: '', result: null, adopts: true, votesYes: Number.NaN, votesNo: Number.NaN, votesAbstained: Number.NaN, paperNumber: '', oparlUrl: '', remark: '', file: null, consultations: [],
};

/** Whether a result lets the edition be adopted. */
export function canAdopt(result: ResolutionResult | null): boolean {
  return result === 'UNCHANGED' || result === 'AMENDED' || result === 'NOTED';
}

/** Whether the edition is adopted with what is typed. */
export function adoptsEdition({ result, adopts }: ResolutionDraft): boolean {
  return canAdopt(result) && adopts;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** What is sent to the server; it says what is wrong with it. */
export function inputOf(draft: ResolutionDraft, editionId: string): Omit<RecordResolutionInput, 'idempotencyKey'> {
  const { bodyName, decidedOn, result, votesYes, votesNo, votesAbstained, paperNumber, oparlUrl, remark, file, consultations } = draft;
  return {
    editionId, bodyName, decidedOn: readTypedDate(decidedOn), result: result ?? 'UNCHANGED', adopts: adoptsEdition(draft), votesYes: numberOrNull(votesYes), votesNo: numberOrNull(votesNo),
    votesAbstained: numberOrNull(votesAbstained), paperNumber: orNull(paperNumber), oparlUrl: orNull(oparlUrl), remark: orNull(remark), fileId: file?.id ?? null,
    consultations: consultations.map(({ bodyName: name, heldOn, role }) => ({ bodyName: name, heldOn: readTypedDate(heldOn), role })),
  };
}
