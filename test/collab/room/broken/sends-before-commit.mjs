/** A broken server: what somebody writes is sent to all others at once, whatever becomes of it. */
import { hasten } from './hasty-sockets.mjs';

hasten((message, _author, others) => others.forEach((other) => other.send(message)));
