import { registerEnumType } from '@nestjs/graphql';
import { upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { CONTRIBUTION_KINDS, CONTRIBUTION_STATES, CONTRIBUTION_TARGETS, CONTRIBUTION_WAYS } from '../domain/contribution.js';
import { CARD_PLACES } from '../domain/card.js';
import { CRITERIA } from '../domain/check-criteria.js';
import { FINDING_KINDS } from '../domain/check.policy.js';
import { CONTRIBUTION_FATES } from '../domain/figures.policy.js';
import { MENTION_KINDS } from '../domain/mention.policy.js';
import { RESPONSE_VERDICTS } from '../domain/response.policy.js';
import { RESPONSE_STANDINGS } from '../domain/response-proposal.policy.js';

export const ContributionTargetEnum = upperCaseEnum(CONTRIBUTION_TARGETS);
registerEnumType(ContributionTargetEnum, { name: 'ContributionTarget', description: 'What a contribution is about.' });
export const ContributionKindEnum = upperCaseEnum(CONTRIBUTION_KINDS);
registerEnumType(ContributionKindEnum, { name: 'ContributionKind', description: 'What somebody says with it.' });
export const ContributionWayEnum = upperCaseEnum(CONTRIBUTION_WAYS);
registerEnumType(ContributionWayEnum, { name: 'ContributionWay', description: 'How it came; all but ONLINE, WORKSHOP and LINK are entered by the office, PAPER and WORKSHOP are cards of a workshop, LINK is from somebody without an account.' });
export const ContributionStateEnum = upperCaseEnum(CONTRIBUTION_STATES);
registerEnumType(ContributionStateEnum, { name: 'ContributionState', description: 'HELD waits until its organisation, or the office for one that came by a link, releases it.' });
export const ResponseVerdictEnum = upperCaseEnum(RESPONSE_VERDICTS);
registerEnumType(ResponseVerdictEnum, { name: 'ResponseVerdict', description: 'What the municipality makes of a contribution.' });
export const ResponseStandingEnum = upperCaseEnum(RESPONSE_STANDINGS);
registerEnumType(ResponseStandingEnum, {
  name: 'ResponseStanding',
  description: 'How an answer that is not published stands with those it is for.',
  valuesMap: {
    NOT_PROPOSED: { description: 'They have not been asked.' }, OPEN: { description: 'They are asked, and the deadline has not passed.' }, OBJECTED: { description: 'Somebody has objected.' },
    ACCEPTED: { description: 'All have accepted it, or the deadline has passed without an objection.' },
  },
});
/** The three ways in which anchors end. */
export const AnchorStateEnum = { IN_PLACE: 'in_place', CHANGED: 'changed', REMOVED: 'removed' } as const;
registerEnumType(AnchorStateEnum, {
  name: 'AnchorState',
  description: 'What became of what a contribution is about.',
  valuesMap: {
    IN_PLACE: { description: 'It is there.' }, CHANGED: { description: 'The quoted words are no longer in the text.' }, REMOVED: { description: 'The section, goal or measure is no longer there.' },
  },
});
export const CardPlaceEnum = upperCaseEnum(CARD_PLACES);
registerEnumType(CardPlaceEnum, {
  name: 'CardPlace',
  description: 'Where a card is.',
  valuesMap: { WAITING: { description: 'It waits until a moderator releases it.' }, WALL: { description: 'Everybody in the gathering sees it.' }, HIDDEN: { description: 'A moderator has taken it off, with a reason.' }, CLEARED: { description: 'It was on the wall when that was cleared.' } },
});
export const WhoseContributionsEnum = { OWN: 'own', ORGANISATION: 'organisation', TO_RELEASE: 'to_release', TO_ACCEPT: 'to_accept', TO_ADVISE: 'to_advise' } as const;
registerEnumType(WhoseContributionsEnum, { name: 'WhoseContributions', description: "One's own, those of others for the acting organisation, those that wait for its release, those with a proposed answer that nobody on the viewer's side has said anything to yet, or those on which the acting organisation is asked for its advice." });
export const ContributionFateEnum = upperCaseEnum(CONTRIBUTION_FATES);
registerEnumType(ContributionFateEnum, { name: 'ContributionFate', description: 'What became of a contribution; PARTS was cut into parts that are answered one by one.' });
export const CriterionEnum = upperCaseEnum(CRITERIA);
registerEnumType(CriterionEnum, { name: 'ConceptCriterion', description: 'One of the ten success factors or six attributes of Gesemann/Freudenberg/Walther 2022, CC BY 4.0.' });
export const FindingKindEnum = upperCaseEnum(FINDING_KINDS);
registerEnumType(FindingKindEnum, { name: 'CheckFindingKind', description: 'What can be seen of a concept by counting.' });
export const MentionKindEnum = upperCaseEnum(MENTION_KINDS);
registerEnumType(MentionKindEnum, { name: 'MentionKind', description: 'Who is mentioned.' });
