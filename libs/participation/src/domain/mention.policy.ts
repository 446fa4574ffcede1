import type { Contribution } from './contribution.js';

export const MENTION_KINDS = ['person', 'organisation'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** Of different people and organisations in one text; more is a circular. */
export const MAX_MENTIONS = 20;

/** Somebody whom a text is to mention. */
export interface MentionTarget {
  readonly kind: MentionKind;
  /** Of the person or organisation. */
  readonly targetId: string;
}

/** A mention as it is kept. Both ids are null once the person is erased. */
export interface Mention {
  readonly id: string;
  readonly municipalityId: string;
  readonly contributionId: string;
  /** Null: the contribution itself mentions. */
  readonly replyId: string | null;
  readonly personId: string | null;
  readonly organisationId: string | null;
}

/** What mentions are called by their ids; null where a name is not shown. */
export type MentionNames = ReadonlyMap<string, string | null>;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** As a client sends it: `@[person:…]`, `@[organisation:…]`. */
const wanted = new RegExp(`@\\[(person|organisation):(${UUID})\\]`, 'g');
/** As it is kept: `@[…]` with the id of the mention. */
const kept = new RegExp(`@\\[(${UUID})\\]`, 'g');
/** Stands for a name that is not shown, in whatever language the text is. */
const nobody = '@…';

/** Whom a text that was sent mentions, each once, in their order. */
export function mentionTargets(text: string): MentionTarget[] {
  const found = [...text.matchAll(wanted)].map(([, kind, targetId]): MentionTarget => ({ kind: kind as MentionKind, targetId: targetId ?? '' }));
  return [...new Map(found.map((target) => [`${target.kind}:${target.targetId}`, target])).values()];
}

/** The text as it is kept. @param idOf the id of the mention */
export const keptText = (text: string, idOf: (target: MentionTarget) => string): string =>
  text.replaceAll(wanted, (_, kind: MentionKind, targetId: string) => `@[${idOf({ kind, targetId })}]`);

/** The text as people read it; what names no mention of its own stays as it was typed. */
export const shownText = (text: string, names: MentionNames): string =>
  text.replaceAll(kept, (typed, id: string) => (names.has(id) ? `@${names.get(id) ?? '…'}` : typed));

/** The text without any names, for where nobody is looked up. */
export const namelessText = (text: string): string => text.replaceAll(kept, nobody);

/** The inverse of `shownText`, for words that were taken from a shown text: no name is kept in them. The longest names first, as one may begin another. */
export function textTakenFrom(text: string, names: MentionNames): string {
  const named = [...names].flatMap(([id, name]) => (name === null ? [] : [{ id, name }])).toSorted((one, other) => other.name.length - one.name.length);
  return named.reduce((words, { id, name }) => words.replaceAll(`@${name}`, `@[${id}]`), text);
}

/** Whether a text may hold mentions at all. */
export const mayMention = ({ text }: Pick<Contribution, 'text'>): boolean => text.includes('@[');
