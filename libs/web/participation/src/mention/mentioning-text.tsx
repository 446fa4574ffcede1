import type { MentionFactsFragment } from '@konzeptwerkstatt/web-data';
import { Notice, useText } from '@konzeptwerkstatt/web-ui';
import { piecesOf } from './picked-mentions.js';

/** Words somebody wrote, with those set apart whom they mention. */
export function MentioningText({ text, mentions, lang }: { text: string; mentions: readonly MentionFactsFragment[]; lang: string }) {
  const named = mentions.flatMap((mention) => (mention.name === null ? [] : [{ ...mention, label: mention.name }]));
  return (
    <p className="kw-words" lang={lang} dir="auto">
      {piecesOf(text, named).map((piece, index) => (typeof piece === 'string' ? piece : <bdi key={index} className="kw-mention">@{piece.label}</bdi>))}
    </p>
  );
}

/** Says who of the mentioned was not told, because they may not read it. */
export function UnreachedNotice({ names }: { names: readonly string[] }) {
  const t = useText();
  if (names.length === 0) return null;
  return <Notice tone="warning" live title={t('participation.mention.unreached')}>{t('participation.mention.unreached-text', { names: names.join(', ') })}</Notice>;
}
