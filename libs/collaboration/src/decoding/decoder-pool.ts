import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { ChangeOutcome, DocumentChange, DocumentComparison, DocumentText, MergedState, SectionContent, AuthorshipBase } from '@konzeptwerkstatt/document-model';
import type { DecoderAnswers, DecoderTask, DerivedTextAuthorship } from './decoder.thread.js';

/** The thread runs compiled code also where everything else runs from sources. */
const threadFile = fileURLToPath(new URL('../../dist/decoding/decoder.thread.js', import.meta.url));

/** Limits of the decoder threads. */
export interface DecoderLimits {
  readonly threads?: number;
  /** Longest single task in milliseconds; then its thread is ended. */
  readonly deadlineMs?: number;
  /** Heap of one thread in MB; a thread that needs more dies alone. */
  readonly heapMb?: number;
}

/** A task took too long, too much memory, or its bytes do not decode. The process goes on. */
export class DecodingFailedError extends Error {
  constructor(task: DecoderTask['kind'], cause: unknown) {
    super(`Decoding (${task}) failed`, { cause });
    this.name = 'DecodingFailedError';
  }
}

/** Builds documents from bytes off the event loop, with a deadline and a memory cap. Every method may throw `DecodingFailedError`. */
export class DecoderPool {
  private readonly pool: Piscina;
  private readonly deadlineMs: number;

  constructor({ threads = 2, deadlineMs = 10_000, heapMb = 256 }: DecoderLimits = {}) {
    this.deadlineMs = deadlineMs;
    this.pool = new Piscina({ filename: threadFile, minThreads: 0, maxThreads: threads, idleTimeout: 60_000, recordTiming: false, resourceLimits: { maxOldGenerationSizeMb: heapMb }, execArgv: [] });
  }

  /** One state that says the same as all updates, deleted content collected. */
  merge(updates: readonly Uint8Array[]): Promise<MergedState> {
    return this.run({ kind: 'merge', updates });
  }

  /** What somebody with that state vector lacks. */
  diff(updates: readonly Uint8Array[], stateVector: Uint8Array): Promise<Uint8Array> {
    return this.run({ kind: 'diff', updates, stateVector });
  }

  read(updates: readonly Uint8Array[]): Promise<SectionContent> {
    return this.run({ kind: 'read', updates });
  }

  /** Body and fields, for reading views, exports and versions. */
  text(updates: readonly Uint8Array[]): Promise<DocumentText> {
    return this.run({ kind: 'text', updates });
  }

  /** What differs between two states of one document. */
  compare(updates: readonly Uint8Array[], later: readonly Uint8Array[]): Promise<DocumentComparison> {
    return this.run({ kind: 'compare', updates, later });
  }

  /** The text before, and after each run of updates. */
  replay(updates: readonly Uint8Array[], runs: readonly (readonly Uint8Array[])[]): Promise<SectionContent[]> {
    return this.run({ kind: 'replay', updates, runs });
  }

  /** Who wrote the text that the base and then the rows make, and what the rows add to what is known of it. */
  authorship(base: AuthorshipBase, rows: readonly Uint8Array[]): Promise<DerivedTextAuthorship> {
    return this.run({ kind: 'authorship', base, rows });
  }

  /** Makes a change as that client; a refusal comes as data. */
  change(updates: readonly Uint8Array[], clientId: number, change: DocumentChange): Promise<ChangeOutcome> {
    return this.run({ kind: 'change', updates, clientId, change });
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  private async run<Kind extends DecoderTask['kind']>(task: Extract<DecoderTask, { kind: Kind }>): Promise<DecoderAnswers[Kind]> {
    try {
      return (await this.pool.run(task, { signal: AbortSignal.timeout(this.deadlineMs) })) as DecoderAnswers[Kind];
    } catch (error) {
      throw new DecodingFailedError(task.kind, error);
    }
  }
}
