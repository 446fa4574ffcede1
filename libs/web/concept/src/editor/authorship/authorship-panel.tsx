import { announce, Icon, Notice, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useSectionEditor } from '../section-editor.context.js';
import type { ShownPassage } from './author-index.js';
import './authorship.css';
import type { ShownAuthor } from './shown-author.js';
import { useAuthorship } from './use-authorship.js';

/** Puts the next passage in sight, after the place of the last one; the focus stays where it is. @returns which of how many it is */
function goToNext(editor: Editor, passages: readonly ShownPassage[], isAtOne: boolean): { readonly place: number; readonly of: number } | null {
  const { from } = editor.state.selection;
  const next = passages.find((passage) => (isAtOne ? passage.from > from : passage.from >= from)) ?? passages[0];
  if (next === undefined) return null;
  const { view } = editor;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, next.from)).setMeta('addToHistory', false));
  const { node } = view.domAtPos(next.from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
  return { place: passages.indexOf(next) + 1, of: passages.length };
}

function AuthorEntry({ author, isMarked, onPress }: { author: ShownAuthor; isMarked: boolean; onPress: () => void }) {
  const t = useText();
  const { number: formatNumber } = useLanguage();
  return (
    <li>
      <ToggleButton className={`kw-author-entry ${author.look}`} isSelected={isMarked} onChange={onPress}>
        <span className="kw-author-swatch" aria-hidden="true">Aa</span>
        <span className="kw-author-entry__name"><bdi>{author.name}</bdi>{author.shortName === author.name ? null : <> (<bdi>{author.shortName}</bdi>)</>}</span>
        <span className="kw-muted">{t('concept.authorship.percent', { percent: author.percent })}</span>
        {author.characters === null ? null : <span className="kw-muted">{t('concept.authorship.characters', { count: author.characters, shown: formatNumber(author.characters) })}</span>}
      </ToggleButton>
      {author.people && author.people.length > 0 ? (
        <ul className="kw-author-people" aria-label={t('concept.authorship.people', { organisation: author.name })}>
          {author.people.map(({ name, characters }, place) => <li key={`${name}/${String(place)}`}><bdi>{name}</bdi> <span className="kw-muted">{t('concept.authorship.characters', { count: characters, shown: formatNumber(characters) })}</span></li>)}
        </ul>
      ) : null}
    </li>
  );
}

/** The switch "who wrote what", and while it is on the organisations: each button leads from one of its passages to the next. */
export function AuthorshipPanel({ editor, sectionUuid }: { readonly editor: Editor; readonly sectionUuid: string }) {
  const t = useText();
  const { session } = useSectionEditor();
  const [isOn, setOn] = useState(false);
  const [marked, setMarked] = useState<string | null>(null);
  const { authors, passages, hasFailed } = useAuthorship({ editor, session, sectionUuid, isOn, marked });
  const press = (author: ShownAuthor) => {
    setMarked(author.key);
    const found = goToNext(editor, passages.filter(({ key }) => key === author.key), author.key === marked);
    if (found) announce(t('concept.authorship.place', { name: author.name, place: found.place, count: found.of }));
  };
  return (
    <div className="kw-authorship">
      <ToggleButton className="kw-tool kw-authorship__switch" isSelected={isOn} onChange={(next) => { setOn(next); setMarked(null); }}>
        <Icon name="people" size="small" /> {t('concept.authorship.switch')}
      </ToggleButton>
      {isOn && hasFailed ? <Notice tone="warning" title={t('concept.authorship.failed')} /> : null}
      {authors && authors.length === 0 ? <p className="kw-muted">{t('concept.authorship.empty')}</p> : null}
      {authors && authors.length > 0 ? (
        <ul className="kw-author-legend" aria-label={t('concept.authorship.legend')}>
          {authors.map((author) => <AuthorEntry key={author.key} author={author} isMarked={author.key === marked} onPress={() => press(author)} />)}
        </ul>
      ) : null}
    </div>
  );
}
