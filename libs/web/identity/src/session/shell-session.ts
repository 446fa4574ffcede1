import type { ViewerFactsFragment } from '@konzeptwerkstatt/web-data';
import type { ActingOrganisation } from '@konzeptwerkstatt/web-shell';

/** The organisations somebody may act for; the municipality stands beside the name only where there are several. */
export function organisationsOf({ memberships }: ViewerFactsFragment): ActingOrganisation[] {
  const municipalities = new Set(memberships.map(({ municipality }) => municipality.id));
  return memberships.map(({ organisation: { id, uuid, name }, municipality }) => (municipalities.size > 1 ? { id, uuid, name, role: municipality.name } : { id, uuid, name }));
}

/** Raw ids of person and acting organisation; null when nobody is signed in. */
export function actorKeyOf(viewer: ViewerFactsFragment | null | undefined): string | null {
  return viewer ? `${viewer.person.uuid}/${viewer.actingOrganisation.uuid}` : null;
}
