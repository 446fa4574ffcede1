import type { Socket } from 'node:net';

/** How a connection carries: each piece arrives after `delayMs` ± `jitterMs`, in order, and no faster than so many bytes. */
export interface Weather {
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly bytesPerSecond: number;
}

interface Piece {
  readonly bytes: Buffer;
  readonly due: number;
}

/** More than this is not taken from the sender while it waits, as a full receive window would not. */
const heldBytes = 4 * 1024 * 1024;

/** One direction of a connection: what one end sends reaches the other one in order, when the weather lets it. */
export class DelayedFlow {
  private weather: Weather = { delayMs: 0, jitterMs: 0, bytesPerSecond: Infinity };
  private isSilent = false;
  private readonly waiting: Piece[] = [];
  private held = 0;
  private lastDue = 0;
  private timer: NodeJS.Timeout | undefined;
  private hasEnded = false;
  private isStopped = false;

  constructor(private readonly from: Socket, private readonly to: Socket) {
    from.on('data', (bytes: Buffer) => this.take(bytes));
    from.on('end', () => this.end());
    to.on('drain', () => from.resume());
  }

  set(weather: Weather, isSilent: boolean): void {
    this.weather = weather;
    this.isSilent = isSilent;
    this.pass();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.waiting.length = 0;
  }

  private take(bytes: Buffer): void {
    if (this.isStopped) return;
    const { delayMs, jitterMs, bytesPerSecond } = this.weather;
    const arrives = performance.now() + delayMs + jitterMs * (2 * Math.random() - 1);
    // A piece never overtakes the one before it, and occupies the line for as long as its bytes take.
    this.lastDue = Math.max(arrives, this.lastDue) + (1000 * bytes.length) / bytesPerSecond;
    this.waiting.push({ bytes, due: this.lastDue });
    this.held += bytes.length;
    if (this.held > heldBytes) this.from.pause();
    this.pass();
  }

  private pass(): void {
    clearTimeout(this.timer);
    if (this.isSilent || this.isStopped) return;
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      const left = next.due - performance.now();
      if (left > 0.5) {
        this.timer = setTimeout(() => this.pass(), left);
        return;
      }
      this.waiting.shift();
      this.held -= next.bytes.length;
      if (!this.to.write(next.bytes)) this.from.pause();
      else if (this.held < heldBytes && this.from.isPaused()) this.from.resume();
    }
    if (this.hasEnded) this.to.end();
  }

  private end(): void {
    this.hasEnded = true;
    this.pass();
  }
}
