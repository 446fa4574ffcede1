import type { PlainBlockFragment } from '@konzeptwerkstatt/web-data';
import { announce, Button, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useId, useMemo, useState } from 'react';
import { failureText, problemText } from '../data/problem.js';
import { GoalFieldGroup } from '../editor/blocks/goal-field-group.js';
import { MeasureFieldGroup } from '../editor/blocks/measure-field-group.js';
import { EntryStatus } from './entry-status.js';
import type { EntryState } from './simple-section.context.js';
import { useSimpleSection } from './simple-section.context.js';

type Values = Readonly<Record<string, string | true>>;

interface Failure {
  readonly key: string;
  readonly value: string | true | null;
  readonly problem: string;
  /** Somebody else has set the field meanwhile: then it is asked whose value shall stay. */
  readonly isStale: boolean;
}

/** Values of a goal or measure, with those on top that are on their way to the server. */
function useObjectValues({ blockId, kind, values, objectId }: PlainBlockFragment) {
  const t = useText();
  const { values: sender, reload, report } = useSimpleSection();
  const stored = useMemo((): Values => Object.fromEntries(values.map(({ key, value }) => [key, value ?? true])), [values]);
  const [pending, setPending] = useState<Readonly<Record<string, string | true | null>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const state: EntryState = failure ? 'unkept' : Object.keys(pending).length > 0 ? 'saving' : 'clean';
  const name = `values/${blockId}`;
  useEffect(() => {
    report(name, state);
    return () => report(name, 'clean');
  }, [name, state, report]);
  const forget = (key: string) => setPending((known) => Object.fromEntries(Object.entries(known).filter(([other]) => other !== key)));
  const set = async (key: string, value: string | true | null): Promise<void> => {
    if (!objectId) return;
    setFailure(null);
    setPending((known) => ({ ...known, [key]: value }));
    const expected = stored[key];
    const outcome = await sender.change(kind === 'GOAL' ? 'GOAL' : 'MEASURE', objectId, key, { value: value === true ? '' : value, expected: typeof expected === 'string' ? expected : null });
    await reload();
    if (outcome.status === 'done') announce(t('concept.simple.saved'));
    else {
      const problem = outcome.status === 'failed' ? failureText(t, outcome.failure) : outcome.problems.map((refusal) => problemText(t, refusal)).join(' ');
      setFailure({ key, value, problem, isStale: outcome.status === 'refused' && outcome.problems.some(({ code }) => code === 'STALE_VALUE') });
    }
    forget(key);
  };
  const shown = useMemo((): Values => Object.fromEntries(Object.entries({ ...stored, ...pending }).flatMap(([key, value]) => (value === null ? [] : [[key, value]]))), [stored, pending]);
  return { shown, set, state, failure, dismiss: () => setFailure(null) };
}

/** The structured fields of a goal or measure; each is saved by itself when it is left. */
export function ObjectFields({ block }: { readonly block: PlainBlockFragment }) {
  const t = useText();
  const { canWrite, organisations, indicators } = useSimpleSection();
  const { shown, set, state, failure, dismiss } = useObjectValues(block);
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const group = { values: shown, set: (key: string, value: string | true | null) => void set(key, value), isDisabled: !canWrite, organisations, indicators };
  return (
    <div className="kw-simple-fields">
      <div className="kw-button-group">
        <Button size="small" icon={canWrite ? 'edit' : 'document'} aria-expanded={isOpen} aria-controls={panelId} onPress={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'concept.object.hideFields' : canWrite ? 'concept.object.showFields' : 'concept.object.viewFields')}
        </Button>
        {state === 'saving' ? <EntryStatus state={state} /> : null}
      </div>
      {failure ? (
        <Notice tone="warning" live title={t('concept.simple.value-not-saved', { field: t(`concept.${block.kind === 'GOAL' ? 'goal' : 'measure'}.${fieldLabel(failure.key)}`) })} actions={
          <>
            <Button size="small" variant="primary" onPress={() => void set(failure.key, failure.value)}>{t(failure.isStale ? 'concept.simple.take-mine' : 'concept.save.retry')}</Button>
            <Button size="small" onPress={dismiss}>{t(failure.isStale ? 'concept.simple.take-theirs' : 'concept.simple.discard')}</Button>
          </>
        }><p>{failure.problem}</p></Notice>
      ) : null}
      <div id={panelId} hidden={!isOpen}>{isOpen ? (block.kind === 'GOAL' ? <GoalFieldGroup {...group} /> : <MeasureFieldGroup {...group} />) : null}</div>
    </div>
  );
}

const pluralOf: Readonly<Record<string, string>> = { partner: 'partners', targetGroup: 'targetGroups', indicator: 'indicators' };

/** The last part of the catalogue key of a field: sets are in the plural. */
function fieldLabel(key: string): string {
  const [name = key] = key.split('/');
  return pluralOf[name] ?? name;
}
