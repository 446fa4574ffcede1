import { Button, LinkButton, Notice, useText } from '@konzeptwerkstatt/web-ui';
import type { Option, Tone } from '@konzeptwerkstatt/web-ui';
import { DiscardButton } from './discard-button.js';
import type { DocumentSession } from './document-session.js';
import { KeepTextButtons } from './keep-text-buttons.js';
import type { ConnectionFacts, SaveState } from './save-state.js';
import { mayType, needsKeeping } from './save-state.js';
import { UnsentText } from './unsent-text.js';

/** States that need a sentence of help; the others say all there is in a word. */
const helped: readonly SaveState[] = ['stuck', 'offline-unkept', 'signed-out', 'adopted', 'forbidden', 'missing', 'outdated', 'too-large', 'too-fast', 'too-many-windows', 'refused'];
/** Where trying again may help without doing anything else first. */
const retried: readonly SaveState[] = ['signed-out', 'forbidden', 'too-fast', 'too-many-windows', 'refused'];

/** The server did not take something from here: then "everything is saved" would be no comfort. */
const notTaken: readonly SaveState[] = ['too-large', 'too-fast', 'refused'];

/** An adopted text is no failure, unless something came too late for it. */
function toneOf(state: SaveState, { hasUnsentWork }: ConnectionFacts): Tone {
  if (state === 'adopted' && !hasUnsentWork) return 'info';
  return state === 'stuck' || state === 'adopted' ? 'warning' : 'danger';
}

/** Where what is written is now, never more than is true; null where nothing can be said of it. */
function whereItIs(state: SaveState, { hasUnsentWork, copy }: ConnectionFacts): string | null {
  if (!hasUnsentWork) return notTaken.includes(state) ? null : 'concept.saveHelp.nothing-unsent';
  return copy === 'failed' ? 'concept.saveHelp.only-here' : 'concept.saveHelp.on-device';
}

function ReturnButtons({ state, onReconnect }: { readonly state: SaveState; readonly onReconnect: () => void }) {
  const t = useText();
  return (
    <>
      {state === 'signed-out' ? <LinkButton href={`/anmelden?weiter=${encodeURIComponent(location.pathname)}`} variant="primary" size="small">{t('concept.save.signIn')}</LinkButton> : null}
      {state === 'outdated' ? <Button size="small" variant="primary" icon="retry" onPress={() => location.reload()}>{t('concept.save.reload')}</Button> : null}
      {retried.includes(state) ? <Button size="small" icon="retry" onPress={onReconnect}>{t('concept.save.retry')}</Button> : null}
    </>
  );
}

/** Whether the notice is shown and lets one take along what is not saved. */
export const offersKeeping = (state: SaveState, facts: ConnectionFacts): boolean => helped.includes(state) && needsKeeping(state, facts);

export interface SaveNoticeProps {
  readonly session: DocumentSession;
  readonly state: SaveState;
  readonly facts: ConnectionFacts;
  readonly title: string;
  /** In which the text is written. */
  readonly language: string;
  /** Organisations and indicators by raw id. */
  readonly names: readonly Option[];
  /** Day on which the text was adopted, in words; null while it is written, or not known yet. */
  readonly adoptedOn: string | null;
}

/** What to do when this tab cannot save, and where meanwhile is what was typed. */
export function SaveNotice({ session, state, facts, title, language, names, adoptedOn }: SaveNoticeProps) {
  const t = useText();
  if (!helped.includes(state)) return null;
  const isKept = needsKeeping(state, facts);
  const help = state === 'adopted' && adoptedOn !== null ? t('concept.saveHelp.adopted-on', { date: adoptedOn }) : t(`concept.saveHelp.${state}`);
  const sentences = [ whereItIs(state, facts), isKept && !mayType(state) ? 'concept.keep.hint' : null];
  return (
    <Notice tone={toneOf(state, facts)} live title={t(`concept.save.${state}`)} actions={
      <>
        <ReturnButtons state={state} onReconnect={session.reconnect} />
        {isKept ? <KeepTextButtons doc={session.doc} title={title} names={names} /> : null}
        {isKept && !mayType(state) && state !== 'outdated' ? <DiscardButton onDiscard={() => session.discard()} /> : null}
      </>
    }>
      <p>{[help, ...sentences.flatMap((sentence) => (sentence === null ? [] : [t(sentence)]))].join(' ')}</p>
      {state === 'adopted' && facts.hasUnsentWork ? <UnsentText documentId={session.documentId} doc={session.doc} language={language} /> : null}
    </Notice>
  );
}
