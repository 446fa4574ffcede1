import { ApplicationError, ValidationError } from '@konzeptwerkstatt/kernel';

export { notFound } from '@konzeptwerkstatt/kernel';

const fieldError = (code: string, message: string, ...path: string[]): ValidationError => new ValidationError([{ code, message, path }]);

/** Same for an unknown address and a wrong password, so that accounts cannot be found out. */
export const invalidCredentials = (): ValidationError => fieldError('INVALID_CREDENTIALS', 'E-Mail-Adresse oder Passwort stimmen nicht.', 'password');
export const noMembership = (): ValidationError => fieldError('NO_MEMBERSHIP', 'Ihr Konto gehört zurzeit zu keiner Organisation. Bitte wenden Sie sich an die Verwaltung.', 'email');
export const wrongPassword = (): ValidationError => fieldError('INVALID_CREDENTIALS', 'Das bisherige Passwort stimmt nicht.', 'currentPassword');
export const unknownOrganisation = (): ValidationError => fieldError('UNKNOWN_ORGANISATION', 'Sie gehören nicht zu dieser Organisation.', 'organisationId');
export const notASession = (): ValidationError => fieldError('NOT_A_SESSION', 'Das geht nur im Browser, nicht mit einem Zugangsschlüssel.');
export const forbidden = (): ApplicationError => new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
export const unauthenticated = (): ApplicationError => new ApplicationError('UNAUTHENTICATED', 'Bitte melden Sie sich an.');
export const linkUnknown = (): ValidationError => fieldError('LINK_UNKNOWN', 'Dieser Link ist uns nicht bekannt. Bitte prüfen Sie, ob er vollständig ist.', 'token');
export const linkUsed = (): ValidationError => fieldError('LINK_USED', 'Dieser Link wurde schon benutzt. Jeder Link gilt nur einmal.', 'token');
export const linkExpired = (): ValidationError => fieldError('LINK_EXPIRED', 'Dieser Link gilt nicht mehr. Bitte lassen Sie sich einen neuen geben.', 'token');
export const mailNotSent = (): ValidationError => fieldError('MAIL_NOT_SENT', 'Zurückkommen kann nur eine E-Mail, die verschickt wurde.', 'mailId');
export const organisationNameTaken = (): ValidationError => fieldError('ORGANISATION_NAME_TAKEN', 'Eine Organisation dieses Namens gibt es schon.', 'name');
export const organisationChangedMeanwhile = (): ValidationError => fieldError('ORGANISATION_CHANGED', 'Der Eintrag wurde inzwischen von jemand anderem geändert. Bitte schließen Sie das Fenster und öffnen Sie ihn neu.');
export const alreadyMember = (field = 'email'): ValidationError => fieldError('ALREADY_MEMBER', 'Diese Person gehört schon zu der Organisation.', field);
export const alreadyClaimed = (): ValidationError => fieldError('ALREADY_CLAIMED', 'Das haben Sie schon angegeben. Es ist noch nicht bestätigt.', 'organisationId');
export const organisationUnknown = (): ValidationError => fieldError('UNKNOWN_ORGANISATION', 'Diese Organisation gibt es hier nicht.', 'organisationId');
export const accountExists = (): ValidationError => fieldError('ACCOUNT_EXISTS', 'Für diese Adresse gibt es schon ein Konto. Bitte melden Sie sich damit an und öffnen Sie den Link noch einmal.', 'email');
export const invitationForOthers = (): ValidationError => fieldError('INVITATION_FOR_OTHERS', 'Diese Einladung gilt für eine andere E-Mail-Adresse. Bitte lassen Sie sich eine eigene schicken.', 'token');
export const addressTaken = (): ValidationError => fieldError('ADDRESS_TAKEN', 'Diese Adresse gehört inzwischen zu einem anderen Konto.', 'token');
export const lastAdministrator = (): ValidationError => fieldError('LAST_ADMINISTRATOR', 'Sonst könnte niemand mehr die Kommune oder diese Installation verwalten. Bitte geben Sie die Verwaltung zuerst an jemanden weiter.');
export const notInAdministration = (): ValidationError => fieldError('NOT_IN_ADMINISTRATION', 'Eine Kommune verwalten kann nur, wer zu einer Stelle ihrer Verwaltung gehört.', 'membershipId');
export const emailTaken = (): ValidationError => fieldError('EMAIL_TAKEN', 'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Bitte melden Sie sich damit an und öffnen Sie den Link noch einmal.', 'email');
export const agsTaken = (): ValidationError => fieldError('AGS_TAKEN', 'Eine Kommune mit diesem Gemeindeschlüssel gibt es hier schon.', 'ags');
export const countyUnknown = (): ValidationError => fieldError('COUNTY_UNKNOWN', 'Diesen Landkreis gibt es hier nicht.', 'countyId');
export const countyMismatch = (): ValidationError => fieldError('COUNTY_MISMATCH', 'Die ersten fünf Ziffern des Gemeindeschlüssels passen nicht zu diesem Landkreis.', 'countyId');
export const administratorThere = (): ValidationError => fieldError('ADMINISTRATOR_THERE', 'Diese Kommune hat schon eine Verwaltung. Weitere Personen lädt sie selbst ein.', 'municipalityId');
export const fileUnknown = (): ValidationError => fieldError('FILE_UNKNOWN', 'Diese Datei gibt es nicht mehr. Bitte wählen Sie sie noch einmal aus.', 'fileId');
export const confirmationWrong = (): ValidationError => fieldError('CONFIRMATION_WRONG', 'Das ist nicht der Name, der hier steht.', 'confirmation');
export const notAnExample = (): ValidationError => fieldError('NOT_AN_EXAMPLE', 'Nur Beispielkommunen können entfernt werden.', 'municipalityId');
export const parkedJobGone = (): ValidationError => fieldError('PARKED_JOB_GONE', 'Diesen Auftrag hat schon jemand neu gestartet.', 'parkedJobId');
export const staleLegalPage = (): ValidationError => fieldError('STALE_VALUE', 'Jemand anderes hat diese Seite gerade geändert. Bitte laden Sie sie neu; Ihr Text bleibt so lange hier stehen.', 'text');
