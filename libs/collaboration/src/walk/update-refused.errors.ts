/** Why a walk refused bytes. */
export type RefusalReason =
  | 'truncated' | 'varint-overflow' | 'trailing-bytes' | 'bad-string' | 'bad-json' | 'unknown-content' | 'bad-length'
  | 'client-order' | 'subdocument' | 'too-deep' | 'too-large' | 'forward-reference' | 'forbidden-name' | 'forbidden-value';

/** The one error of a walk: the bytes are no update that this house takes. */
export class UpdateRefusedError extends Error {
  constructor(readonly reason: RefusalReason, readonly position: number) {
    super(`Update refused at byte ${position}: ${reason}`);
    this.name = 'UpdateRefusedError';
  }
}
