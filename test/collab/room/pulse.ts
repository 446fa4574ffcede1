import { RoomSocket } from './room-socket.js';

const EVERY_MS = 25;

/** Feels the pulse of a server's event loop from outside, by the pings of a well-behaved client. */
export class Pulse {
  private longest = 0;
  private beats = 0;
  private readonly timer: NodeJS.Timeout;
  private waitingSince: number | null = null;

  private constructor(private readonly socket: RoomSocket) {
    this.timer = setInterval(() => this.beat(), EVERY_MS);
  }

  static async of(port: number, documentId: string): Promise<Pulse> {
    return new Pulse(await RoomSocket.open({ port, documentId, name: 'pulse' }));
  }

  /** @returns the longest time without an answer, in milliseconds; never 0, since one was always asked for */
  stop(): number {
    clearInterval(this.timer);
    this.socket.destroy();
    if (this.beats === 0) return Infinity;
    return Math.max(this.longest, this.waitingSince === null ? 0 : performance.now() - this.waitingSince);
  }

  private beat(): void {
    if (this.waitingSince !== null) return;
    this.waitingSince = performance.now();
    void this.socket.ping().then((ms) => {
      this.beats++;
      this.longest = Math.max(this.longest, ms);
      this.waitingSince = null;
    });
  }
}
