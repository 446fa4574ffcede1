/** German heads of the measure table, as the interface names the fields. */
export const germanColumns = [
  'Handlungsfeld', 'Nr.', 'Maßnahme', 'Beschreibung', 'Ziele', 'Art', 'Stand', 'Beschlusslage', 'Priorität', 'Federführung', 'Ansprechperson', 'Beteiligte', 'Zielgruppen',
  'Sozialraum', 'Zeitraum', 'Beginn', 'Ende', 'Ressourcen', 'Betrag', 'Währung', 'Finanzierung', 'Haushalt', 'Finanziert bis', 'Stellen (VZÄ)', 'Indikatoren', 'Zuletzt geändert', 'Noch nicht zugesagt', 'Zugesagt unter Vorbehalt', 'Abgesagt',
] as const;

export const machineColumns = [
  'section', 'number', 'title', 'description', 'goals', 'type', 'status', 'decision_state', 'priority', 'lead', 'contact', 'partners', 'target_groups',
  'district', 'period', 'period_from', 'period_to', 'resources', 'budget_amount', 'budget_currency', 'funding_source', 'funding_state', 'funding_until', 'staff_positions', 'indicators',
  'updated_at', 'measure_id', 'parties_proposed', 'parties_reserved', 'parties_declined',
] as const;
