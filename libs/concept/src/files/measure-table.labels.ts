/** German words of the measure table, as the interface shows them. */
export const germanColumns = [
  'Handlungsfeld', 'Nr.', 'Maßnahme', 'Beschreibung', 'Ziele', 'Art', 'Stand', 'Beschlusslage', 'Federführung', 'Beteiligte', 'Zielgruppen', 'Zeitraum',
  'Beginn', 'Ende', 'Ressourcen', 'Betrag', 'Währung', 'Finanzierung', 'Stellen (VZÄ)', 'Indikatoren', 'Zuletzt geändert',
] as const;

export const machineColumns = [
  'section', 'ordinal', 'title', 'description', 'goals', 'type', 'status', 'decision_state', 'lead', 'partners', 'target_groups', 'period',
  'period_from', 'period_to', 'resources', 'budget_amount', 'budget_currency', 'funding_source', 'staff_positions', 'indicators', 'updated_at', 'measure_id',
] as const;

export const typeLabels: Readonly<Record<string, string>> = { new: 'neu', continued: 'fortgeführt', permanent: 'dauerhaft', pilot: 'Erprobung', mandate: 'sich einsetzen für' };
export const statusLabels: Readonly<Record<string, string>> = {
  idea: 'Idee', planned: 'geplant', running: 'läuft', done: 'abgeschlossen', continued: 'wird fortgeführt', paused: 'ruht', dropped: 'entfallen',
};
export const decisionLabels: Readonly<Record<string, string>> = { draft: 'Entwurf', proposed: 'vorgeschlagen', adopted: 'beschlossen', rejected: 'abgelehnt' };
export const targetGroupLabels: Readonly<Record<string, string>> = {
  everyone: 'alle', children_youth: 'Kinder und Jugendliche', families: 'Familien', women: 'Frauen', older_people: 'ältere Menschen',
  people_with_disabilities: 'Menschen mit Behinderungen', refugees: 'Geflüchtete', newcomers: 'neu Zugewanderte', eu_citizens: 'Menschen aus der EU',
  job_seekers: 'Arbeitsuchende', employees: 'Beschäftigte', companies: 'Unternehmen', students: 'Studierende', volunteers: 'Engagierte',
  migrant_organisations: 'Migrantenorganisationen', administration_staff: 'Verwaltung',
};
const months = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];

/** One end of a period in words: `2025`, `1. Quartal 2025`, `März 2025`. */
function inWords(text: string): string {
  const [year = '', part = ''] = text.split('-');
  if (part === '') return year;
  return part.startsWith('Q') ? `${part.slice(1)}. Quartal ${year}` : `${months[Number(part) - 1] ?? part} ${year}`;
}

/** A period in words: `2025 bis 2027`, `ab 1. Quartal 2025`, `2025`. */
export function periodInWords(period: string): string {
  const [from = '', to = ''] = period.split('/');
  if (to === '..') return `ab ${inWords(from)}`;
  return from === to ? inWords(from) : `${inWords(from)} bis ${inWords(to)}`;
}

/** A legal day as people write it here. */
export function germanDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}
