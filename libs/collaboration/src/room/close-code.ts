/** Why a socket is closed. y-websocket never comes back after 4400–4499; what may be retried has another code. */
export const CloseCode = {
  malformed: 4400,
  notSignedIn: 4401,
  forbidden: 4403,
  notFound: 4404,
  schemaTooOld: 4409,
  tooLarge: 4413,
  refused: 4422,
  tooFast: 4429,
  restart: 1012,
  overloaded: 1013,
} as const;

export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];
