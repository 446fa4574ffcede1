import { WebSocket } from 'ws';
import { CloseCode } from '../room/close-code.js';

const tooBigByStandard = 1009;

/** A socket that says "too large" in the words of this house. */
export class VisitorSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    super.close(code === tooBigByStandard ? CloseCode.tooLarge : code, data);
  }
}
