import { registerEnumType } from '@nestjs/graphql';
import { INQUIRY_KINDS, INQUIRY_STATES, INQUIRY_WAYS, QUESTION_TYPES, RECIPIENT_STATES } from '../../domain/inquiry/inquiry.js';
import { upperCase } from '../participation.enums.js';

export const InquiryKindEnum = upperCase(INQUIRY_KINDS);
registerEnumType(InquiryKindEnum, { name: 'InquiryKind', description: 'What an inquiry is about.' });
export const InquiryStateEnum = upperCase(INQUIRY_STATES);
registerEnumType(InquiryStateEnum, { name: 'InquiryState', description: 'Whether an inquiry is still answered.' });
export const InquiryWayEnum = upperCase(INQUIRY_WAYS);
registerEnumType(InquiryWayEnum, { name: 'InquiryWay', description: 'How an answer was handed in; PHONE: entered by the office.' });
export const InquiryQuestionTypeEnum = upperCase(QUESTION_TYPES);
registerEnumType(InquiryQuestionTypeEnum, { name: 'InquiryQuestionType', description: 'What an answer is typed as.' });
export const InquiryRequestStateEnum = upperCase(RECIPIENT_STATES);
registerEnumType(InquiryRequestStateEnum, { name: 'InquiryRequestState', description: 'How far an organisation is; ANSWERED waits for the release of its head.' });
