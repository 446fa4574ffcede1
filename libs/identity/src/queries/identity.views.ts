import type { OpenLicenceKey } from '@konzeptwerkstatt/kernel';
import type { GenderStyle, MunicipalityKind, OrganisationKind } from '@konzeptwerkstatt/platform-database';

/** An organisation as other contexts see it; ids are raw. */
export interface OrganisationView {
  readonly id: string;
  readonly municipalityId: string;
  readonly parentId: string | null;
  /** Of a county: the member in this installation that it stands for. */
  readonly representedId: string | null;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string | null;
  readonly isExample: boolean;
}

/** A municipality as other contexts see it. */
export interface MunicipalityView {
  readonly id: string;
  readonly ags: string | null;
  readonly name: string;
  readonly isExample: boolean;
  /** Whether persons and numbers of characters show beside the organisations that wrote a text. */
  readonly showsAuthorshipDetail: boolean;
  /** Whether public pages and open data say how far measures are today. */
  readonly publishesMeasureStatus: boolean;
  /** Under which open licence everybody may use its measures as data; null: none was chosen. */
  readonly measureLicence: OpenLicenceKey | null;
  /** When it last decided how its measures are there as data; null: never. */
  readonly measureDataChangedAt: Date | null;
  readonly kind: MunicipalityKind | null;
  /** The county in this installation that it belongs to. */
  readonly countyId: string | null;
  readonly genderStyle: GenderStyle | null;
  /** `#rrggbb`. */
  readonly accentColour: string | null;
  readonly logoFileId: string | null;
  /** Read them with `storedTermList`, `storedOwnWords` and `storedLabelList`. */
  readonly terms: unknown;
  readonly instrumentLabels: unknown;
}

/** How a person is written to. */
export interface Addressee {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
}

/** A person with the name she is known by. */
export interface PersonView {
  readonly id: string;
  readonly displayName: string;
}

/** A person with one of the organisations she belongs to. */
export interface MemberView extends PersonView {
  readonly organisationName: string;
}

/** Whom to ring up in an organisation. */
export interface PhoneContact {
  readonly name: string;
  /** As written. */
  readonly phone: string;
}

/** How an organisation is written to; each may be missing. */
export interface OrganisationReach {
  readonly organisationId: string;
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  readonly mailbox: string | null;
  readonly contactEmail: string | null;
  readonly deputyEmail: string | null;
}
