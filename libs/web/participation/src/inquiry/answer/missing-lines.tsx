import { Button, Notice, Original, useText } from '@konzeptwerkstatt/web-ui';
import { lineTitle } from '../inquiry-words.js';
import type { Request } from '../inquiry-words.js';
import { lineElement } from './request-line.js';

interface Props {
  request: Request;
  /** What keeps lines from being handed in, by raw id of the line. */
  missing: ReadonlyMap<string, unknown>;
  isPending: boolean;
  /** Hands in what is there. */
  onHandIn: () => void;
}

/** Names the lines that keep the whole from being handed in; where nobody has begun with any of them, the rest can be handed in. */
export function MissingLines({ request, missing, isPending, onHandIn }: Props) {
  const t = useText();
  const lines = request.lines.map((line, index) => ({ line, title: lineTitle(t, line, line.answers.find(({ questionKey }) => questionKey === 'title')?.value ?? '', index) })).filter(({ line }) => missing.has(line.uuid));
  if (lines.length === 0) return null;
  const done = request.lines.length - lines.length;
  const isPossible = done > 0 && lines.every(({ line }) => line.measureUuid !== null && !line.isBegun);
  const action = <Button isPending={isPending} onPress={onHandIn}>{t('participation.inquiry.hand-in-part', { done, total: request.lines.length })}</Button>;
  return (
    <Notice tone="danger" live title={t('participation.inquiry.missing', { count: lines.length })} actions={isPossible ? action : null}>
      <ul className={isPossible ? 'kw-inquiry-part' : undefined}>{lines.map(({ line, title }) => <li key={line.id}><a className="kern-link" href={`#${lineElement(line)}`} onClick={(event) => { event.preventDefault(); document.getElementById(lineElement(line))?.focus(); }}><Original>{title}</Original></a></li>)}</ul>
      {isPossible ? <p>{t('participation.inquiry.hand-in-part-text')}</p> : null}
    </Notice>
  );
}
