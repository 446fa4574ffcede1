/** What the server puts into somebody's awareness state; the colour is one of eight that differ in lightness too. */
export interface RemoteUser {
  readonly name?: string;
  readonly organisation?: string;
  readonly colour?: number;
}

const COLOURS = 8;

/** The class of a person's colour; colours are defined in the style sheet, for light and dark. */
export const colourClass = (user: RemoteUser): string => `kw-person-colour--${Math.abs(user.colour ?? 0) % COLOURS}`;

/** A cursor with the name of its person and organisation, as text; in a crowd without. */
export function buildCursor(user: RemoteUser, isNamed: boolean): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = `kw-cursor ${colourClass(user)}`;
  if (!isNamed) {
    cursor.append('\u2060');
    return cursor;
  }
  const label = document.createElement('bdi');
  label.className = 'kw-cursor__label';
  label.textContent = [user.name, user.organisation].filter(Boolean).join(', ');
  cursor.append('\u2060', label, '\u2060');
  return cursor;
}

/** How somebody else's selection looks. */
export const selectionAttributes = (user: RemoteUser): { class: string } => ({ class: `kw-remote-selection ${colourClass(user)}` });
