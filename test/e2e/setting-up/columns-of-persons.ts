/**
 * Every column that holds a person, with the part of the file of her own data in which it shows. A new column is put here, or among those
 * that do not show, when it is clear how she sees it and how it is forgotten.
 */
export const shownColumns: Readonly<Record<string, string>> = {
  'engine.stored_file.uploaded_by': 'files',
  'public.api_tokens.person_id': 'apiTokens',
  'public.calendar_feeds.person_id': 'calendarFeeds',
  'public.concept_assessments.person_id': 'conceptAssessments',
  'public.contribution_advices.given_by_id': 'contributionAdvices',
  'public.contribution_links.created_by_id': 'contributionLinks',
  'public.contribution_mentions.person_id': 'contributionMentions',
  'public.contribution_replies.person_id': 'contributionReplies',
  'public.contributions.contributor_id': 'contributions',
  'public.contributions.entered_by_id': 'contributions',
  'public.document_exports.requested_by': 'exports',
  'public.external_identities.person_id': 'signInAccounts',
  'public.gathering_moderators.person_id': 'moderatedGatherings',
  'public.grants.subject_id': 'roles',
  'public.inquiry_submissions.handed_in_by_id': 'inquirySubmissions',
  'public.inquiry_submissions.released_by_id': 'inquirySubmissions',
  'public.invitations.accepted_by': 'invitations',
  'public.invitations.invited_by': 'sentInvitations',
  'public.measure_list_imports.requested_by': 'imports',
  'public.measure_table_imports.requested_by': 'imports',
  'public.membership_claims.person_id': 'claims',
  'public.memberships.person_id': 'memberships',
  'public.notification_choices.person_id': 'notificationChoices',
  'public.notifications.person_id': 'notifications',
  'public.observation_imports.requested_by': 'observationImports',
  'public.process_roles.subject_id': 'processRoles',
  'public.proposal_reactions.person_id': 'proposalReactions',
  'public.sessions.person_id': 'sessions',
  'public.short_versions.written_by_id': 'shortVersions',
  'public.word_imports.requested_by': 'imports',
};

const ofTexts = 'whose words are whose shows in the texts; what she did and when stands among the activities';

/** Columns that do not show in the file, each with the reason. */
export const otherColumns: Readonly<Record<string, string>> = {
  'engine.copied_text.person_id': ofTexts,
  'engine.copied_text.recorded_by_person_id': ofTexts,
  'engine.document_client.person_id': ofTexts,
  'engine.document_update.person_id': ofTexts,
  'engine.document_version.person_id': ofTexts,
  'engine.pending_text_change.person_id': ofTexts,
  'engine.presence.person_id': 'where she is at the moment, for seconds',
  'engine.text_author.person_id': ofTexts,
  'public.inquiries.created_by_id': 'that she began asking stands among the activities',
  'public.report_assemblies.requested_by': 'that she had a report assembled stands among the activities; the row goes after a week',
  'public.one_time_links.created_by': 'that she made a link stands among the activities; the link is a secret of whoever has it',
};

/** Columns that keep her id when her account is erased, each with the reason; it then names a former member without name and address. */
export const keptColumns: Readonly<Record<string, string>> = {
  'public.external_identities.person_id': 'without it her account would come back when she signs in with the town hall',
  'public.memberships.person_id': 'ended; that an organisation had a member is the record of who could write for it',
  'public.process_roles.subject_id': 'withdrawn; the record of who could do what in a process',
};
