/** A relay as one writes it on the first day: one send per receiver. */
import { createRelay, listen } from './relay-rooms.js';

listen(createRelay({
  pass: (room, author, message) => {
    for (const socket of room) if (socket !== author && socket.readyState === socket.OPEN) socket.send(message);
  },
}));
