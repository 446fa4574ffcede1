import type { DocumentTailReader } from '../log/document-tail.reader.js';
import { DocumentState } from './document-state.js';
import type { OpenedDocument } from './opened-document.js';

/** What keeping a log short needs. */
export interface LogLengthParts {
  readonly reader: Pick<DocumentTailReader, 'readWhole'>;
  /** Called when the log of a document has grown long. */
  readonly onGrown: (documentId: string) => void;
}

/** When a text has grown by so many structs since it was last read, and doubled, its log is to be compacted and then read anew. */
const shortenAbove = 40_000;
/** How long compacting may take before the log is read, and then before all this begins again. */
const shortenAfterMs = 10_000;
/** When the last has left a text that has grown by so many, its log is to be compacted: whoever opens it next should not wait. */
const restAbove = 10_000;

/** Watches how long the log of an open document has grown, has it compacted, and takes the shorter form. */
export class LogLength {
  private grownAt: number | null = null;
  /** Structs when the log was last read as a whole, or compacted. */
  private shortStructs = 0;

  constructor(private readonly documentId: string, private readonly document: OpenedDocument, private readonly parts: LogLengthParts) {}

  /** The document is being read for the first time. @throws UpdateRefusedError when it cannot be */
  begin(): void {
    this.shortStructs = this.document.state.stored.structs;
  }

  /** Once in a while. @returns what there is to wait for; nearly always nothing */
  tick(now: number): Promise<void> | undefined {
    if (this.grownAt !== null && now - this.grownAt >= shortenAfterMs) {
      this.grownAt = null;
      return this.shorten();
    }
    if (this.grownAt === null && this.growth > Math.max(shortenAbove, this.shortStructs)) {
      this.grownAt = now;
      this.parts.onGrown(this.documentId);
    }
    return undefined;
  }

  /** The last has left. */
  rest(): void {
    if (this.growth < restAbove) return;
    this.shortStructs += this.growth;
    this.parts.onGrown(this.documentId);
  }

  /** Structs since the log was last short. */
  private get growth(): number {
    return this.document.isUnread ? 0 : this.document.state.stored.structs - this.shortStructs;
  }

  private async shorten(): Promise<void> {
    const { stored } = this.document.state;
    const { sequence } = stored;
    const whole = await this.parts.reader.readWhole(this.documentId);
    if (whole === null) return;
    const shorter = new DocumentState(whole).stored;
    if (shorter.byteSize < stored.byteSize) stored.replaceUntil(sequence, shorter);
    this.shortStructs = stored.structs;
  }
}
