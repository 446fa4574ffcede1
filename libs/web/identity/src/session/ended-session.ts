let isExpected = false;
let hasEnded = false;

/** The person signed out in another tab: the end that follows is no surprise. */
export function expectEndOfSession(): void {
  isExpected = true;
}

/** Remembers that a session ended without its person having signed out. */
export function noteEndedSession(): void {
  hasEnded = !isExpected;
}

/** Whether that happened since the client was loaded or somebody last signed in. */
export const sessionHasEnded = (): boolean => hasEnded;

/** Somebody is signed in again. */
export function forgetEndedSession(): void {
  isExpected = false;
  hasEnded = false;
}
