/** A search that is typed. What is sent off is in force only later: more may have been typed by then. */
export interface TypedSearch {
  readonly typed: string;
  /** What is in force. */
  readonly search: string;
  /** What was sent off last, or came from elsewhere. */
  readonly sent: string;
}

export type SearchStep = { readonly type: 'typed'; readonly text: string } | { readonly type: 'sent' | 'in-force'; readonly search: string };

export const beginSearch = (search: string): TypedSearch => ({ typed: search, search, sent: search });

/** What comes from elsewhere (reset, back) is followed; what was sent off from here takes nothing away from what is typed. */
export function nextSearch(field: TypedSearch, step: SearchStep): TypedSearch {
  if (step.type === 'typed') return { ...field, typed: step.text };
  if (step.type === 'sent') return { ...field, sent: step.search };
  return step.search === field.sent ? { ...field, search: step.search } : beginSearch(step.search);
}
