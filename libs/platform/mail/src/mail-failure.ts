/** What became of handing a mail over, when the server did not take it. */
export interface MailFailure {
  /** Whether trying again makes no sense: the server has refused this mail for good. */
  readonly isFinal: boolean;
  /** Codes only (`550 5.1.1`, `ETIMEDOUT`): what servers write beside them repeats addresses. */
  readonly code: string;
}

const enhanced = /^[45]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})/;

/** Reads a failure of the mail library. Only an answer of 5xx to recipient or content is final; a wrong password or a server that is away is not the mail's fault. */
export function mailFailure(error: unknown): MailFailure {
  const { responseCode, response, code } = (typeof error === 'object' && error !== null ? error : {}) as { responseCode?: unknown; response?: unknown; code?: unknown };
  const kind = typeof code === 'string' && /^[A-Z0-9_]{1,30}$/.test(code) ? code : 'UNKNOWN';
  if (typeof responseCode !== 'number') return { isFinal: false, code: kind };
  const more = typeof response === 'string' ? enhanced.exec(response)?.[1] : undefined;
  const isFinal = responseCode >= 500 && responseCode < 600 && (kind === 'EENVELOPE' || kind === 'EMESSAGE');
  return { isFinal, code: more === undefined ? String(responseCode) : `${responseCode} ${more}` };
}
