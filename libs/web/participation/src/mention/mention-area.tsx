import { useQuery } from '@apollo/client/react';
import { MentionablesDocument } from '@konzeptwerkstatt/web-data';
import { announce, Button, ComboBox, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import type { TextAreaProps } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef, useState } from 'react';
import type { PickedMention } from './picked-mentions.js';
import { withPicked } from './picked-mentions.js';

/** Where something is said; raw ids. */
export interface MentionPlace {
  readonly editionUuid: string;
  readonly sectionUuid: string | null;
}

interface Props extends Omit<TextAreaProps, 'value' | 'onChange'> {
  place: MentionPlace;
  value: string;
  mentions: readonly PickedMention[];
  onChange: (value: string, mentions: readonly PickedMention[]) => void;
}

/** Whether the last character typed is an "@" that begins a word, as in no mail address. */
const beginsMention = (before: string, after: string, caret: number): boolean => after.length === before.length + 1 && after.charAt(caret - 1) === '@' && (caret < 2 || /[\s(]/.test(after.charAt(caret - 2)));

/** So many the server gives at once. */
const mostAtOnce = 300;

/** The field in which one finds whom to mention. Escape or leaving it goes back to the text. */
function Finder({ place, onPick, onLeave }: { place: MentionPlace; onPick: (uuid: string, found: readonly Found[]) => void; onLeave: () => void }) {
  const t = useText();
  const [search, setSearch] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const where = { edition: place.editionUuid, section: place.sectionUuid };
  const all = useQuery(MentionablesDocument, { variables: { ...where, search: '' } }).data?.mentionables ?? [];
  // Usually all are here at once, and the field finds among them; only in a very large municipality what is typed is asked for.
  const isCut = all.length >= mostAtOnce;
  const narrowed = useQuery(MentionablesDocument, { variables: { ...where, search }, skip: !isCut || search === '' });
  const found = isCut && search !== '' ? (narrowed.data ?? narrowed.previousData)?.mentionables ?? [] : all;
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={box} className="kw-mention-finder" onKeyDownCapture={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onLeave(); } }}>
      <ComboBox label={t('participation.mention.who')} hint={t('participation.mention.who-hint')} value={null} inputValue={search} onInputChange={setSearch} onChange={(uuid) => uuid && onPick(uuid, found)}
        options={found.map(({ uuid, name, kind, organisationName }) => ({ id: uuid, label: name, description: organisationName ?? t(`participation.mention.kind.${kind}`) }))} />
      <Button onPress={onLeave}>{t('participation.mention.leave')}</Button>
    </div>
  );
}

type Found = Parameters<typeof withPicked>[1];

/** Several lines of text in which "@" offers people and organisations to mention. */
export function MentionArea({ place, value, mentions, onChange, hint, ...rest }: Props) {
  const t = useText();
  const area = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const [caretTo, setCaretTo] = useState<number | null>(null);
  const field = () => area.current?.querySelector('textarea') ?? null;
  useEffect(() => {
    if (caretTo === null) return;
    const textarea = area.current?.querySelector('textarea');
    textarea?.focus();
    textarea?.setSelectionRange(caretTo, caretTo);
    setCaretTo(null);
  }, [caretTo]);
  const type = (next: string) => {
    const caret = field()?.selectionStart ?? next.length;
    onChange(next, mentions);
    setAt(beginsMention(value, next, caret) ? caret : null);
  };
  const begin = () => {
    const caret = field()?.selectionStart ?? value.length;
    const gap = caret === 0 || /\s/.test(value.charAt(caret - 1)) ? '' : ' ';
    onChange(`${value.slice(0, caret)}${gap}@${value.slice(caret)}`, mentions);
    setAt(caret + gap.length + 1);
  };
  const pick = (uuid: string, found: readonly Found[]) => {
    const chosen = found.find((one) => one.uuid === uuid);
    if (!chosen || at === null) return;
    const { picked, label } = withPicked(mentions, chosen);
    onChange(`${value.slice(0, at)}${label} ${value.slice(at)}`, picked);
    setAt(null);
    setCaretTo(at + label.length + 1);
    announce(t('participation.mention.added', { name: label }));
  };
  const leave = () => {
    setCaretTo(at);
    setAt(null);
  };
  return (
    <div ref={area} className="kw-mention-area">
      <TextArea {...rest} value={value} onChange={type} hint={[hint, t('participation.mention.hint')].filter(Boolean).join(' ')} />
      {at === null ? <div><Button variant="tertiary" onPress={begin}>{t('participation.mention.begin')}</Button></div> : <Finder place={place} onPick={pick} onLeave={leave} />}
    </div>
  );
}
