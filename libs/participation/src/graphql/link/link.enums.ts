import { registerEnumType } from '@nestjs/graphql';

export const PassageKindEnum = { HEADING: 'heading', WORDS: 'words', GOAL: 'goal', MEASURE: 'measure' } as const;
registerEnumType(PassageKindEnum, { name: 'LinkedPassageKind', description: 'What a passage is.' });
