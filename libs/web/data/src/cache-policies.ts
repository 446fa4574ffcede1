import type { InMemoryCacheConfig } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import possibleTypes from './generated/possible-types.js';

/** Lists grow page by page; a filter or an order makes another list. */
export const cachePolicies: InMemoryCacheConfig = {
  possibleTypes: possibleTypes.possibleTypes,
  typePolicies: {
    Query: { fields: { editions: relayStylePagination(), processes: relayStylePagination(), organisations: relayStylePagination(['filter']), indicators: relayStylePagination(), mails: relayStylePagination(['filter']), contributions: relayStylePagination(['filter']) } },
    Edition: { fields: { measures: relayStylePagination(['filter', 'orderBy']), gaps: relayStylePagination(['filter']), activity: relayStylePagination(), goals: relayStylePagination(), contributions: relayStylePagination(['filter']), measureComparison: relayStylePagination(), sectionComparison: relayStylePagination() } },
    ComparedMeasure: { keyFields: false },
    ComparedSection: { fields: { blocks: relayStylePagination(['changedOnly']) } },
    EditionStanding: { keyFields: false, merge: true, fields: { measures: relayStylePagination() } },
    ContributionReply: { keyFields: ['uuid'] },
    ContributionTreatment: { keyFields: false, merge: true },
    LinkedConcept: { keyFields: false, merge: true },
    LinkedField: { keyFields: ['uuid'] },
    SentContribution: { keyFields: ['uuid'] },
    Section: { fields: { versions: relayStylePagination() } },
    VersionComparison: { keyFields: false, merge: true, fields: { blocks: relayStylePagination(['changedOnly']) } },
    WordCorrections: { keyFields: ['uuid'], fields: { differences: relayStylePagination() } },
    Indicator: { fields: { observations: relayStylePagination() } },
    IndicatorAssessment: { keyFields: false, merge: true },
    IndicatorRemoval: { keyFields: false, merge: false },
    IndicatorFiles: { keyFields: false, merge: true },
    GroupGap: { keyFields: false },
    Monitoring: { keyFields: false, merge: true },
    Viewer: { keyFields: [] },
    Wall: { keyFields: ['gatheringUuid'] },
    GuestGathering: { keyFields: ['uuid'] },
    GuestTable: { keyFields: ['uuid'] },
    GuestDoor: { keyFields: false },
    WallChange: { keyFields: false },
    MunicipalitySetup: { keyFields: false, merge: true },
    Installation: { keyFields: false, merge: true, fields: { municipalities: relayStylePagination() } },
    Work: { keyFields: false },
    PageInfo: { keyFields: false },
  },
};
