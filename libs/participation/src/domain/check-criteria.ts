/** Where the criteria come from; named wherever they are shown, as their licence asks. */
export const CRITERIA_SOURCE = 'Gesemann/Freudenberg/Walther 2022: Auf dem Weg zu krisenfesten Vielfaltsstrategien? Erfolgsfaktoren und Herausforderungen kommunaler Integrationspolitik. LebensWerte Kommune, Ausgabe 5. Bertelsmann Stiftung. DOI 10.11586/2022140. CC BY 4.0';

/** The ten success factors of the source (section 2.1), in its order. */
export const SUCCESS_FACTORS = [
  'cross_cutting_task', 'strategy', 'political_commitment', 'local_networks', 'engagement_participation', 'against_xenophobia', 'neighbourhood_integration', 'intercultural_opening', 'fields_of_action', 'evaluation_controlling',
] as const;

/** The six attributes of the source (section 5), in its order. */
export const ATTRIBUTES = ['strategic', 'consultative_networking', 'diversity_sensitive', 'participatory', 'needs_target_group_neighbourhood', 'impact_oriented'] as const;

export const CRITERIA = [...SUCCESS_FACTORS, ...ATTRIBUTES] as const;
export type Criterion = (typeof CRITERIA)[number];

export const isCriterion = (key: string): key is Criterion => (CRITERIA as readonly string[]).includes(key);
