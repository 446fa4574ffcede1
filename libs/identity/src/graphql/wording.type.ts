import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { TermKey } from '@konzeptwerkstatt/kernel';
import type { InstrumentKind } from '../domain/wording.policy.js';
import { LabelledInstrumentEnum, TermKeyEnum } from './municipality.enums.js';

@ObjectType('Term', { description: 'A word in singular and plural, as the municipality says it.' })
@InputType('TermInput', { description: 'A word in singular and plural; both empty for the usual one.' })
export class TermType {
  @Field(() => TermKeyEnum, { description: 'Which word.' })
  key!: TermKey;

  @Field(() => String, { description: 'Singular.' })
  one!: string;

  @Field(() => String, { description: 'Plural.' })
  many!: string;
}

@ObjectType('InstrumentLabel', { description: 'The municipality’s own name of a kind of concept.' })
@InputType('InstrumentLabelInput', { description: 'The municipality’s own name of a kind of concept; empty for the usual one.' })
export class InstrumentLabelType {
  @Field(() => LabelledInstrumentEnum, { description: 'Which kind.' })
  kind!: InstrumentKind;

  @Field(() => String, { description: 'Its name.' })
  label!: string;
}
