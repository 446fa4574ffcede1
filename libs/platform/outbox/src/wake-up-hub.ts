import { z } from 'zod';
import { WAKE_UP_CHANNEL, type WakeUp } from '@konzeptwerkstatt/contracts';
import type { PgListener } from '@konzeptwerkstatt/platform-database';

const wakeUpSchema: z.ZodType<WakeUp> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), documentId: z.string() }),
  z.object({ kind: z.literal('access'), personId: z.string().nullable(), guestId: z.string().optional(), municipalityId: z.string().nullable() }),
  z.object({ kind: z.literal('events'), position: z.string() }),
  z.object({ kind: z.literal('presence'), documentId: z.string() }),
  z.object({ kind: z.literal('outbox') }),
]);

/** One kind of wake-up. */
export type WakeUpOf<Kind extends WakeUp['kind']> = Extract<WakeUp, { readonly kind: Kind }>;

type Handler = (wakeUp: WakeUp) => void;

/**
 * The one ear of a process for wake-ups: a single LISTEN connection, shared by everything that waits for one. Wake-ups may
 * be lost; `onGap` is called after the connection was away, and then everybody looks for what was missed.
 */
export class WakeUpHub {
  private readonly handlers = new Map<WakeUp['kind'], Set<Handler>>();
  private readonly gapHandlers = new Set<() => void>();
  private listening: Promise<() => Promise<void>> | undefined;

  constructor(private readonly listener: PgListener) {}

  /** Starts listening; may be called by everybody who needs it. Rejects when the database cannot be reached yet. */
  async start(): Promise<void> {
    this.listening ??= this.listener.listen(WAKE_UP_CHANNEL, (payload) => this.dispatch(payload), () => this.gapHandlers.forEach((onGap) => onGap()));
    try {
      await this.listening;
    } catch (error) {
      this.listening = undefined;
      throw error;
    }
  }

  /**
   * @param handler must not throw and must be quick: it marks what is to be done, and does it later
   * @param onGap called after a gap in which wake-ups may have been lost
   * @returns the function that ends it
   */
  on<Kind extends WakeUp['kind']>(kind: Kind, handler: (wakeUp: WakeUpOf<Kind>) => void, onGap?: () => void): () => void {
    const handlers = this.handlers.get(kind) ?? new Set<Handler>();
    this.handlers.set(kind, handlers.add(handler as Handler));
    if (onGap) this.gapHandlers.add(onGap);
    return () => {
      handlers.delete(handler as Handler);
      if (onGap) this.gapHandlers.delete(onGap);
    };
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    this.handlers.clear();
    this.gapHandlers.clear();
    await this.listener.close();
  }

  private dispatch(payload: string): void {
    const wakeUp = parse(payload);
    if (wakeUp) for (const handler of this.handlers.get(wakeUp.kind) ?? []) handler(wakeUp);
  }
}

/** A wake-up of a newer build that this one does not know is nobody's business here. */
function parse(payload: string): WakeUp | undefined {
  try {
    return wakeUpSchema.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}
