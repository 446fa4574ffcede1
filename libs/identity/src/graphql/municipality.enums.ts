import { registerEnumType } from '@nestjs/graphql';
import type { GenderStyle, LegalPageKind, MunicipalityKind, SetupStep } from '@konzeptwerkstatt/platform-database';
import type { OpenLicenceKey } from '@konzeptwerkstatt/kernel';
import type { LinkState } from '../domain/one-time-link.policy.js';
import type { TermKey } from '@konzeptwerkstatt/kernel';
import type { InstrumentKind } from '../domain/wording.policy.js';

export const MunicipalityKindEnum: Readonly<Record<Uppercase<MunicipalityKind>, MunicipalityKind>> = {
  INDEPENDENT_CITY: 'independent_city', COUNTY_MEMBER: 'county_member', COUNTY: 'county', CITY_STATE: 'city_state',
};
registerEnumType(MunicipalityKindEnum, { name: 'MunicipalityKind', description: 'What kind of municipality.' });

export const GenderStyleEnum: Readonly<Record<Uppercase<GenderStyle>, GenderStyle>> = { COLON: 'colon', ASTERISK: 'asterisk', UNDERSCORE: 'underscore', PAIR: 'pair', NEUTRAL: 'neutral' };
registerEnumType(GenderStyleEnum, { name: 'GenderStyle', description: 'How people of all genders are written.' });

export const OpenLicenceEnum: Readonly<Record<Uppercase<OpenLicenceKey>, OpenLicenceKey>> = {
  DL_DE_BY_2_0: 'dl_de_by_2_0', DL_DE_ZERO_2_0: 'dl_de_zero_2_0', CC_BY_4_0: 'cc_by_4_0', CC_BY_SA_4_0: 'cc_by_sa_4_0', CC_ZERO_1_0: 'cc_zero_1_0',
};
registerEnumType(OpenLicenceEnum, { name: 'OpenLicence', description: 'A licence under which everybody may use data.' });

export const SetupStepEnum: Readonly<Record<Uppercase<SetupStep>, SetupStep>> = { LOOK: 'look', WORDING: 'wording', CONCEPT: 'concept' };
registerEnumType(SetupStepEnum, { name: 'SetupStep', description: 'A step of setting a municipality up.' });

export const LegalPageKindEnum: Readonly<Record<Uppercase<LegalPageKind>, LegalPageKind>> = { IMPRINT: 'imprint', PRIVACY: 'privacy', ACCESSIBILITY: 'accessibility', HOUSE_RULES: 'house_rules' };
registerEnumType(LegalPageKindEnum, { name: 'LegalPageKind', description: 'Which of the pages that a municipality answers for.' });

export const TermKeyEnum: Readonly<Record<string, TermKey>> = { FIELD_OF_ACTION: 'fieldOfAction', GUIDING_GOAL: 'guidingGoal', SUB_GOAL: 'subGoal', MEASURE: 'measure', INDICATOR: 'indicator' };
registerEnumType(TermKeyEnum, { name: 'TermKey', description: 'A word that a municipality may call otherwise.' });

export const LabelledInstrumentEnum: Readonly<Record<Uppercase<InstrumentKind>, InstrumentKind>> = {
  GUIDELINES: 'guidelines', CONCEPT: 'concept', IMPLEMENTATION_REPORT: 'implementation_report', INDICATOR_REPORT: 'indicator_report', ACTION_CONCEPT: 'action_concept',
};
registerEnumType(LabelledInstrumentEnum, { name: 'LabelledInstrument', description: 'A kind of concept that a municipality may call otherwise.' });

export const LinkStateEnum: Readonly<Record<Uppercase<LinkState>, LinkState>> = { OPEN: 'open', USED: 'used', EXPIRED: 'expired', UNKNOWN: 'unknown' };
registerEnumType(LinkStateEnum, { name: 'LinkState', description: 'How a one-time link stands.' });

/** What a link of this context's own is for. */
export const SetupLinkPurposeEnum = { INSTALLATION: 'installation-setup', MUNICIPALITY: 'municipality-setup' } as const;
registerEnumType(SetupLinkPurposeEnum, { name: 'SetupLinkPurpose', description: 'What a link sets up.' });
