import type { SearchKind } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import type { IconName } from '@konzeptwerkstatt/web-ui';
import { Dialog, EmptyState, Icon, useText } from '@konzeptwerkstatt/web-ui';
import { Fragment, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './catalogue.js';
import './search.css';
import type { SearchResult } from './result-place.js';
import { placeOfResult } from './result-place.js';
import { useSearch, type SearchState } from './use-search.js';

const icons: Record<SearchKind, IconName> = { SECTION: 'document', GOAL: 'goal', MEASURE: 'measure', ORGANISATION: 'people', INDICATOR: 'chart' };
const kinds = Object.keys(icons) as SearchKind[];

function Marked({ parts }: { parts: SearchResult['title'] }) {
  return <bdi lang="de">{parts.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text))}</bdi>;
}

function Result({ result }: { result: SearchResult }) {
  const t = useText();
  const { kind, section, title, excerpt } = result;
  const words = title.map(({ text }) => text).join('') || t('search.result.untitled');
  const places = section ? [...(kind === 'SECTION' ? [] : [section.title]), section.edition.title] : [];
  return (
    <ListBoxItem id={result.id} textValue={words} href={placeOfResult(result)} className="kw-option kw-search__result">
      <Icon name={icons[kind]} />
      {/* Neither label nor description in the kit's sense: all of it is the name, so what is seen and what is read out are the same. */}
      <span className="kw-option__text">
        {title.length > 0 ? <Marked parts={title} /> : words}
        <span className="kw-option__description">
          <span className="kw-search__place">{t(`search.kind.${kind}`)}{places.map((place) => <Fragment key={place}> · <bdi lang="de">{place}</bdi></Fragment>)}</span>
          {excerpt.length > 0 ? <Marked parts={excerpt} /> : null}
        </span>
      </span>
    </ListBoxItem>
  );
}

function Kinds({ kind, onChange }: { kind: SearchKind | null; onChange: (kind: SearchKind | null) => void }) {
  const t = useText();
  return (
    <ToggleButtonGroup aria-label={t('search.kind.label')} selectionMode="single" disallowEmptySelection className="kw-search__kinds"
      selectedKeys={[kind ?? 'ALL']} onSelectionChange={(keys) => onChange(kinds.find((each) => keys.has(each)) ?? null)}>
      <ToggleButton id="ALL" className="kw-search__kind">{t('search.kind.all')}</ToggleButton>
      {kinds.map((each) => <ToggleButton key={each} id={each} className="kw-search__kind">{t(`search.kinds.${each}`)}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}

/** What is told beneath the field: how it works, that it works, how many there are. */
function Status({ search }: { search: SearchState }) {
  const t = useText();
  const { status, results, total } = search;
  const words = status === 'idle' ? t('search.field.hint')
    : status === 'loading' ? t('search.result.loading')
      : status === 'failed' || total === 0 ? ''
        : results.length < total ? t('search.result.first', { shown: results.length, count: total }) : t('search.result.count', { count: total });
  return <p role="status" className="kw-muted kw-search__status">{words}</p>;
}

/** One field for everything one may see. Arrow keys go through the results, Enter opens one. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<SearchKind | null>(null);
  const search = useSearch(typed, kind);
  const isNone = search.status === 'done' && search.results.length === 0;
  return (
    <Dialog title={t('search.dialog.title')} isOpen onClose={onClose} size="large">
      <div className="kw-search">
        <Kinds kind={kind} onChange={setKind} />
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <SearchField aria-label={t('search.field.label')} autoFocus maxLength={200} className="kw-search__field">
            <Input className="kern-form-input__input" placeholder={t('search.field.placeholder')} />
          </SearchField>
          <Status search={search} />
          {search.status === 'failed' ? <RequestFailureNotice error={search.error} onRetry={search.retry} /> : null}
          {isNone ? <EmptyState icon="search" title={t('search.none.title')}>{t('search.none.text')}</EmptyState> : null}
          <ListBox aria-label={t('search.result.list')} items={search.results} onAction={onClose} className="kw-search__results" data-empty={search.results.length === 0}>
            {(result) => <Result result={result} />}
          </ListBox>
        </Autocomplete>
      </div>
    </Dialog>
  );
}
