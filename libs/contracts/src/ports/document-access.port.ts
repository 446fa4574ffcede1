import type { Actor } from '@konzeptwerkstatt/kernel';

/** What somebody may do in a document, and as whom she appears there. */
export interface DocumentRights {
  readonly canRead: boolean;
  readonly canWrite: boolean;
}

/** A signed-in visitor of a room: from the cookie or the bearer token of the upgrade request. */
export interface RoomVisitor {
  readonly actor: Actor;
  /** Session or API token by which the visitor came; its end closes the room for her. */
  readonly credentialId: string;
  /** Shown at the cursor. */
  readonly personName: string;
  readonly organisationName: string;
}

/** Asked at the upgrade and again whenever rights change. Implemented by the contexts that own documents, joined by the app. */
export interface DocumentAccess {
  /** Rights in a document; null when it does not exist or is none of the visitor's business (the answer is the same). */
  rights(documentId: string, actor: Actor): Promise<DocumentRights | null>;
}

export const DOCUMENT_ACCESS = Symbol('DocumentAccess');

/** Finds out who is at an upgrade or HTTP request. Implemented by `identity`. */
export interface VisitorAuthentication {
  /** @returns null when nobody is signed in or the session has ended */
  authenticate(request: { readonly cookie: string | undefined; readonly authorization: string | undefined }): Promise<RoomVisitor | null>;
}

export const VISITOR_AUTHENTICATION = Symbol('VisitorAuthentication');
