/** Name of the purpose that pictures are stored for, also in the address of an upload. */
export const PICTURE_PURPOSE = 'concept.picture';

const KEPT_BY = 'concept.section/';

/** What a stored picture is kept by: the section it was brought to. */
export const keptBySection = (sectionId: string): string => `${KEPT_BY}${sectionId}`;

/** A stored file, as far as it matters whose picture it is. */
export interface KeptFileFacts {
  readonly purpose: string;
  readonly keptBy: string | null;
}

/** The section a picture was brought to; null of everything else. */
export function sectionKeeping({ purpose, keptBy }: KeptFileFacts): string | null {
  return purpose === PICTURE_PURPOSE && keptBy !== null && keptBy.startsWith(KEPT_BY) ? keptBy.slice(KEPT_BY.length) : null;
}

/** How long a picture stays after it left the text: undo, copies on devices and earlier versions may bring it back. */
export const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

/** When a picture was stored and when it was last seen in a text (null: never); times of versions of the texts that may have shown it. */
export interface UnusedPicture {
  readonly storedAt: Date;
  readonly goneAt: Date | null;
  readonly versionsKeptAt: readonly Date[];
}

/**
 * Whether a picture that stands in no text may go. A version that was kept between its storing and a day after its leaving may show
 * it; a day more than it takes to notice the leaving, because a picture too many does no harm and one too few does.
 */
export function mayBeReleased({ storedAt, goneAt, versionsKeptAt }: UnusedPicture, now: Date): boolean {
  const since = goneAt ?? storedAt;
  if (now.getTime() - since.getTime() < KEPT_DAYS * DAY_MS) return false;
  return !versionsKeptAt.some((keptAt) => keptAt >= storedAt && keptAt.getTime() <= since.getTime() + DAY_MS);
}
