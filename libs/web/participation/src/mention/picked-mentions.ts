import type { MentionKind } from '@konzeptwerkstatt/web-data';

/** Somebody whom a writer chose behind "@". */
export interface PickedMention {
  readonly kind: MentionKind;
  /** Raw id. */
  readonly uuid: string;
  /** As it stands in the text behind "@". */
  readonly label: string;
}

const ofWord = /[\p{Letter}\p{Number}]/u;

/** Where names of people begin in a text: each place once, the longest name that fits. */
function places<Named extends { readonly label: string }>(text: string, picked: readonly Named[]): { readonly from: number; readonly to: number; readonly mention: Named }[] {
  const longestFirst = picked.toSorted((one, other) => other.label.length - one.label.length);
  const found: { from: number; to: number; mention: Named }[] = [];
  for (let from = text.indexOf('@'); from >= 0; from = text.indexOf('@', from + 1)) {
    const mention = longestFirst.find(({ label }) => text.startsWith(label, from + 1) && !ofWord.test(text.charAt(from + 1 + label.length)));
    if (mention) found.push({ from, to: from + 1 + mention.label.length, mention });
  }
  return found;
}

/** A text in pieces: words, and mentions in between. */
export function piecesOf<Named extends { readonly label: string }>(text: string, picked: readonly Named[]): (string | Named)[] {
  const pieces: (string | Named)[] = [];
  let done = 0;
  for (const { from, to, mention } of places(text, picked)) {
    pieces.push(text.slice(done, from), mention);
    done = to;
  }
  return [...pieces, text.slice(done)].filter((piece) => piece !== '');
}

/** The text as it is sent: whoever was chosen, and still stands in it, by her id. */
export const textToSend = (text: string, picked: readonly PickedMention[]): string =>
  piecesOf(text, picked).map((piece) => (typeof piece === 'string' ? piece : `@[${piece.kind === 'PERSON' ? 'person' : 'organisation'}:${piece.uuid}]`)).join('');

/** The chosen ones with one more; of two with the same name the second is told apart by its organisation. */
export function withPicked(picked: readonly PickedMention[], { kind, uuid, name, organisationName }: { readonly kind: MentionKind; readonly uuid: string; readonly name: string; readonly organisationName: string | null }): { readonly picked: readonly PickedMention[]; readonly label: string } {
  const known = picked.find((mention) => mention.kind === kind && mention.uuid === uuid);
  if (known) return { picked, label: known.label };
  const isTaken = (label: string) => picked.some((mention) => mention.label === label);
  const longer = organisationName === null ? name : `${name} (${organisationName})`;
  const label = [name, longer].find((wanted) => !isTaken(wanted)) ?? `${longer} ${picked.length + 1}`;
  return { picked: [...picked, { kind, uuid, label }], label };
}
