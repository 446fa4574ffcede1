import { ArgsType, Field, Int } from '@nestjs/graphql';

/** No list gives more than so many at once. */
export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 50;

/** Paging of every list. Whether `first` is within 1 and 100 is checked for all operations before they run. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, { defaultValue: DEFAULT_PAGE_SIZE, description: 'How many, from 1 to 100.' })
  first: number = DEFAULT_PAGE_SIZE;

  @Field(() => String, { nullable: true, description: 'Cursor of the last one already known.' })
  after?: string | null;
}
