import type { ActivityEntryFragment } from '@konzeptwerkstatt/web-data';
import type { Translate } from '@konzeptwerkstatt/web-ui';
import { periodLabel } from '../labels/period-label.js';
import { valueLabel } from '../labels/value-label.js';
import { indicatorPath, placeOf, versionsPath } from '../places.js';

/** A piece of a sentence: plain words, who did it, or what it was done to (with its place, if there is one). */
export interface SentencePart {
  readonly kind: 'words' | 'actor' | 'subject';
  readonly text: string;
  readonly href?: string | null;
}

/** How amounts and numbers are written in the reader's language. Both come as decimal strings. */
export interface Formats {
  readonly money: (amount: string) => string;
  readonly number: (value: string) => string;
}

// Private-use characters stand for actor and subject while the message is formatted, so that both can be marked up afterwards.
const actorMark = '\uE000';
const subjectMark = '\uE001';

interface Phrase {
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
}

const listOfField: Readonly<Record<string, string>> = { type: 'measureType', status: 'measureStatus', decisionState: 'decisionState', kind: 'goalKind', priority: 'priority', fundingState: 'fundingState' };
const organisationName = (organisation: ActivityEntryFragment['organisation']): string | null => organisation?.name ?? null;

/** Added or taken away, for fields with several members. */
function memberPhrase(field: string, from: string | null, to: string | null): Phrase {
  if (to !== null) return { key: `measure-${field}-added`, values: { name: to } };
  return from === null ? { key: 'measure-changed' } : { key: `measure-${field}-removed`, values: { name: from } };
}

function valueText(activity: ActivityEntryFragment, value: string | null, t: Translate, formats: Formats): string | null {
  const field = activity.field ?? '';
  if (value === null || value === '') return null;
  if (listOfField[field]) return valueLabel(t, listOfField[field], value);
  if (field === 'targetGroup') return valueLabel(t, 'targetGroup', value);
  if (field === 'period') return periodLabel(t, value);
  if (field === 'staffPositions') return formats.number(value);
  return field === 'budgetAmount' ? formats.money(value) : value;
}

function measureChange(activity: ActivityEntryFragment, t: Translate, formats: Formats): Phrase {
  const { field } = activity;
  const from = valueText(activity, activity.fromValue, t, formats);
  const to = valueText(activity, activity.toValue, t, formats);
  switch (field) {
    case 'type':
    case 'status':
    case 'decisionState':
    case 'period':
    case 'budgetAmount':
    case 'staffPositions':
    case 'priority':
    case 'fundingState':
      if (to !== null) return { key: 'measure-set', values: { field, to } };
      return from === null ? { key: 'measure-field', values: { field } } : { key: 'measure-cleared', values: { field } };
    case 'lead': {
      const name = organisationName(activity.toOrganisation);
      return name === null ? { key: 'measure-cleared', values: { field } } : { key: 'measure-lead', values: { name } };
    }
    case 'partner':
      return memberPhrase(field, organisationName(activity.fromOrganisation), organisationName(activity.toOrganisation));
    case 'targetGroup':
      return memberPhrase('target-group', from, to);
    case 'title':
    case 'description':
    case 'resources':
    case 'fundingSource':
    case 'fundingUntil':
    case 'contact':
    case 'district':
    case 'indicator':
    case 'goal':
      return { key: 'measure-field', values: { field } };
    default:
      return { key: 'measure-changed' };
  }
}

function goalChange(activity: ActivityEntryFragment, t: Translate, formats: Formats): Phrase {
  const to = valueText(activity, activity.toValue, t, formats);
  if (activity.field === 'kind' && to !== null) return { key: 'goal-kind', values: { to } };
  return activity.field === 'indicator' ? { key: 'goal-indicator' } : { key: 'goal-changed' };
}

/** `concept.section.text-changed` has the message `concept.activity.section-text-changed`. */
const known: ReadonlySet<string> = new Set([
  'concept.edition.created', 'concept.edition.frozen', 'concept.edition.published', 'concept.edition.withdrawn', 'decision.resolution.recorded', 'decision.resolution.paper-attached', 'concept.section.added', 'concept.section.renamed', 'concept.section.moved', 'concept.section.removed',
  'concept.section.text-changed', 'concept.version.kept', 'concept.version.restored', 'concept.measure-table.imported', 'concept.goal.added', 'concept.goal.removed', 'concept.measure.added', 'concept.measure.removed',
  'monitoring.indicator.added', 'monitoring.observation.recorded', 'planning.role.assigned', 'planning.role.withdrawn', 'planning.step.added', 'planning.process.created',
]);

function phraseOf(activity: ActivityEntryFragment, t: Translate, formats: Formats): Phrase {
  if (activity.name === 'concept.measure.changed') return measureChange(activity, t, formats);
  if (activity.name === 'concept.goal.changed') return goalChange(activity, t, formats);
  return { key: known.has(activity.name) ? activity.name.split('.').slice(1).join('-') : 'other' };
}

/** What it was done to: title and place. Something that is gone has no title any more. */
function subjectOf(activity: ActivityEntryFragment): { title: string | null; href: string | null } {
  const { measure, goal, indicator, section, name } = activity;
  if (name.startsWith('concept.measure.')) return measure ? { title: measure.title, href: placeOf({ section, blockId: measure.blockId }) } : { title: null, href: null };
  if (name.startsWith('concept.goal.')) return goal ? { title: goal.title, href: placeOf({ section, blockId: goal.blockId }) } : { title: null, href: null };
  if (name.startsWith('monitoring.')) return indicator ? { title: indicator.name, href: indicatorPath(indicator.uuid) } : { title: null, href: null };
  if (name.startsWith('concept.version.') && section) return { title: section.title, href: versionsPath(section.edition.uuid, section.uuid) };
  return section ? { title: section.title, href: placeOf({ section }) } : { title: null, href: null };
}

const withoutSubject: ReadonlySet<string> = new Set(['edition-created', 'edition-frozen', 'edition-published', 'edition-withdrawn', 'resolution-recorded', 'resolution-paper-attached', 'role-assigned', 'role-withdrawn', 'step-added', 'process-created', 'measure-table-imported', 'other']);

/** The message for something that is gone or was never named: `measure-set` falls back to `measure-gone`. */
function messageKey(phrase: Phrase, name: string, hasSubject: boolean): string {
  if (hasSubject || withoutSubject.has(phrase.key)) return `concept.activity.${phrase.key}`;
  const kind = name.split('.')[1] ?? '';
  const ending = name.endsWith('.removed') ? 'removed-gone' : 'gone';
  if (kind === 'version') return 'concept.activity.section-gone';
  return ['measure', 'goal', 'section'].includes(kind) ? `concept.activity.${kind}-${ending}` : 'concept.activity.other';
}

/** What happened, in words: "Migrantenbeirat hat den Stand von „…“ auf „läuft“ gesetzt." Organisations are named, persons are not. */
export function activitySentence(activity: ActivityEntryFragment, t: Translate, formats: Formats): SentencePart[] {
  const phrase = phraseOf(activity, t, formats);
  const subject = subjectOf(activity);
  const key = messageKey(phrase, activity.name, subject.title !== null);
  const sentence = t(key, { ...phrase.values, actor: actorMark, title: subjectMark });
  return sentence.split(/([\uE000\uE001])/).filter((text) => text !== '').map((text): SentencePart => {
    if (text === actorMark) return { kind: 'actor', text: organisationName(activity.organisation) ?? t('concept.activity.system') };
    if (text === subjectMark) return { kind: 'subject', text: subject.title || t('concept.object.untitled'), href: subject.href };
    return { kind: 'words', text };
  });
}
