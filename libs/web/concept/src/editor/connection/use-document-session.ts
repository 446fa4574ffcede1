import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { DocumentSession } from './document-session.js';
import type { ConnectionFacts } from './save-state.js';
import { hasWorkAtRisk } from './save-state.js';

/** Opens a section's text for as long as the component lives; null for the moment before it is opened. */
export function useDocumentSession(documentId: string, actorKey: string, isReadOnly: boolean): DocumentSession | null {
  const [session, setSession] = useState<DocumentSession | null>(null);
  const isReadOnlyNow = useRef(isReadOnly);
  useEffect(() => {
    isReadOnlyNow.current = isReadOnly;
    session?.setReadOnly(isReadOnly);
  }, [session, isReadOnly]);
  useEffect(() => {
    const opened = new DocumentSession({ documentId, actorKey, isReadOnly: isReadOnlyNow.current });
    setSession(opened);
    return () => {
      setSession(null);
      opened.close();
    };
  }, [documentId, actorKey]);
  return session;
}

/** The facts about connection and saving, kept current. */
export function useConnectionFacts(session: DocumentSession): ConnectionFacts {
  return useSyncExternalStore(session.subscribe, session.getFacts);
}

/** Asks before the page is left while something is not committed. */
export function useLeaveWarning(session: DocumentSession): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (hasWorkAtRisk(session.getFacts())) event.preventDefault();
    };
    globalThis.addEventListener('beforeunload', warn);
    return () => globalThis.removeEventListener('beforeunload', warn);
  }, [session]);
}

/** Closes of the server that say something about rights and not about the session. */
const rightsReasons = ['read-only', 'frozen', 'revoked'];

/** Calls when the server closed for want of rights: what the page knows of them is old. */
export function useRightsDoubt({ finalCloseCode, finalCloseReason }: ConnectionFacts, onRightsDoubted: () => void): void {
  const isDoubted = finalCloseCode === 4403 && rightsReasons.includes(finalCloseReason);
  useEffect(() => {
    if (isDoubted) onRightsDoubted();
  }, [isDoubted, onRightsDoubted]);
}
