import { registerEnumType } from '@nestjs/graphql';
import { upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { INQUIRY_KINDS, INQUIRY_STATES, INQUIRY_WAYS, QUESTION_TYPES, RECIPIENT_STATES } from '../../domain/inquiry/inquiry.js';
import { REMINDER_OUTCOMES } from '../../domain/inquiry/reminder.policy.js';

export const InquiryKindEnum = upperCaseEnum(INQUIRY_KINDS);
registerEnumType(InquiryKindEnum, { name: 'InquiryKind', description: 'What an inquiry is about.' });
export const InquiryStateEnum = upperCaseEnum(INQUIRY_STATES);
registerEnumType(InquiryStateEnum, { name: 'InquiryState', description: 'Whether an inquiry is still answered.' });
export const InquiryWayEnum = upperCaseEnum(INQUIRY_WAYS);
registerEnumType(InquiryWayEnum, { name: 'InquiryWay', description: 'How an answer was handed in; PHONE: entered by the office.' });
export const InquiryQuestionTypeEnum = upperCaseEnum(QUESTION_TYPES);
registerEnumType(InquiryQuestionTypeEnum, { name: 'InquiryQuestionType', description: 'What an answer is typed as.' });
export const InquiryRequestStateEnum = upperCaseEnum(RECIPIENT_STATES);
registerEnumType(InquiryRequestStateEnum, { name: 'InquiryRequestState', description: 'How far an organisation is; ANSWERED waits for the release of its head.' });
export const ReminderOutcomeEnum = upperCaseEnum(REMINDER_OUTCOMES);
registerEnumType(ReminderOutcomeEnum, { name: 'ReminderOutcome', description: 'What becomes of a reminder: NOW and LATER (as soon as the last mail is a week old) go out; the others say why none does.' });
