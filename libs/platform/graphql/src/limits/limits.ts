/** What one document may ask for; the same over HTTP and WebSocket. */
export const LIMITS = {
  /** Bytes of an HTTP body. */
  bodyBytes: 1024 * 1024,
  /** Bytes of one WebSocket message. */
  messageBytes: 256 * 1024,
  /** Nesting of JSON: what parses deeper cannot always be printed again. */
  jsonDepth: 32,
  tokens: 4_000,
  depth: 16,
  aliases: 50,
  directives: 50,
  /** Objects that an operation may touch, by `operationCost`: more than twice the dearest one of the browser client, and enough for a whole concept in one query. */
  cost: 20_000,
} as const;

/** Fields that try a password or a code, make the server ask another one, or have a file opened: once per document, so that aliases cannot try many at once. */
export const ONCE_PER_DOCUMENT: readonly string[] = ['signIn', 'changePassword', 'invitation', 'createAccount', 'acceptInvitation', 'requestPasswordReset', 'resetPassword', 'requestEmailChange', 'confirmEmailChange', 'eraseAccount', 'startProviderSignIn', 'startIdentityLink', 'setSignInProvider', 'guestDoor', 'joinGathering', 'returnToGathering', 'inquirySheetPreview'];
