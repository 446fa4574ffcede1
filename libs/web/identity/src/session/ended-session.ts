let hasEnded = false;

/** Remembers that a session ended without its person having signed out in this tab. */
export function noteEndedSession(): void {
  hasEnded = true;
}

/** Whether that happened since the client was loaded or somebody last signed in. */
export const sessionHasEnded = (): boolean => hasEnded;

/** Somebody is signed in again. */
export function forgetEndedSession(): void {
  hasEnded = false;
}
