import type { Translate } from '@konzeptwerkstatt/web-ui';

/** What the server puts into somebody's awareness state; the colour is one of eight that differ in lightness too. */
export interface RemoteUser {
  readonly name?: string;
  readonly organisation?: string;
  readonly colour?: number;
}

const COLOURS = 8;

/** The class of a person's colour; colours are defined in the style sheet, for light and dark. */
export const colourClass = (user: RemoteUser): string => `kw-person-colour--${Math.abs(user.colour ?? 0) % COLOURS}`;

/** Who it is, with the organisation, as the language of the interface writes it. */
export function nameOf({ name = '', organisation = '' }: RemoteUser, t: Translate): string {
  return name === '' || organisation === '' ? name || organisation : t('concept.presence.person', { name, organisation });
}

/** Names a person at her cursor; what the editor draws asks it. */
export type NameOf = (user: RemoteUser) => string;

/** A cursor with a name, as text; in a crowd without. */
export function buildCursor(user: RemoteUser, name: string | null): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = `kw-cursor ${colourClass(user)}`;
  if (name === null) {
    cursor.append('\u2060');
    return cursor;
  }
  const label = document.createElement('bdi');
  label.className = 'kw-cursor__label';
  label.textContent = name;
  cursor.append('\u2060', label, '\u2060');
  return cursor;
}

/** How somebody else's selection looks. */
export const selectionAttributes = (user: RemoteUser): { class: string } => ({ class: `kw-remote-selection ${colourClass(user)}` });
