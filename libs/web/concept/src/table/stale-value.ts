/** Somebody else's value that came while a cell was being edited. */
export interface Conflict {
  readonly value: string | null;
  /** Who set it, when the server says so. */
  readonly by: string | null;
}

/** A cell while it is edited: what was there when editing began, and what came up since. */
export interface CellEdit {
  /** The value the change is meant to replace; sent along, so that the server can refuse. */
  readonly expected: string | null;
  readonly conflict: Conflict | null;
  /** What is wrong with what was typed, as a sentence. */
  readonly problem: string | null;
}

export type CellEditStep =
  | { readonly type: 'typed' }
  | { readonly type: 'refused'; readonly problem: string }
  /** The value the table has now; comes with every live change and with a refusal for staleness. */
  | { readonly type: 'seen'; readonly value: string | null; readonly by?: string | null }
  /** My value shall replace the new one. */
  | { readonly type: 'mine-taken' };

export const beginEdit = (value: string | null): CellEdit => ({ expected: value, conflict: null, problem: null });

function seen(edit: CellEdit, value: string | null, by: string | null): CellEdit {
  if (value === edit.expected) return edit.conflict ? { ...edit, conflict: null } : edit;
  // The same value without a name teaches nothing new: keep the name that is known.
  if (edit.conflict && edit.conflict.value === value && by === null) return edit;
  return { ...edit, conflict: { value, by }, problem: null };
}

/** What happens to an edit; the draft itself is never touched, so that what was typed stays. */
export function nextEdit(edit: CellEdit, step: CellEditStep): CellEdit {
  switch (step.type) {
    case 'typed':
      return edit.problem === null ? edit : { ...edit, problem: null };
    case 'refused':
      return { ...edit, problem: step.problem };
    case 'seen':
      return seen(edit, step.value, step.by ?? null);
    case 'mine-taken':
      return edit.conflict ? { expected: edit.conflict.value, conflict: null, problem: null } : edit;
  }
}

/**
 * What saving means: nothing to send when what was typed is what the table has, asking while there is a conflict, otherwise sending.
 * `current` is the value the table has now.
 */
export function decideSave(edit: CellEdit, typed: string | null, current: string | null): 'nothing' | 'ask' | 'send' {
  if (typed === current) return 'nothing';
  return edit.conflict ? 'ask' : 'send';
}
