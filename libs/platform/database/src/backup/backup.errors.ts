import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';

/** The file is not a backup, or not all of it. */
export const backupDamaged = (cause?: unknown): StartupError => new StartupError('Die Sicherung ist beschädigt, unvollständig oder keine Sicherung der Konzeptwerkstatt. An der Datenbank wurde nichts geändert.', ExitCode.unavailable, { cause });

/** There is no such file. */
export const backupMissing = (file: string): StartupError => new StartupError(`Die Datei ${file} gibt es nicht.`, ExitCode.unavailable);

/** The target holds something, and nobody said that it may go. */
export const targetNotEmpty = (): StartupError => new StartupError('In der Datenbank stehen schon Daten. Mit --overwrite werden sie gelöscht und durch die Sicherung ersetzt.', ExitCode.cannotCreate);

/** Somebody works with the target. */
export const targetInUse = (count: number): StartupError => new StartupError(`Mit der Datenbank sind noch ${count} Verbindungen offen: Bitte zuerst alle Prozesse der Konzeptwerkstatt beenden.`, ExitCode.unavailable);

/** The backup knows migrations that this program does not. */
export const backupTooNew = (migration: string): StartupError => new StartupError(`Die Sicherung gehört zu einem anderen Stand des Programms (Migration ${migration} ist hier unbekannt oder anders): Bitte dieselbe oder eine neuere Fassung des Programms nehmen.`, ExitCode.unavailable);

/** There is nothing worth keeping in the database. */
export const nothingToBackUp = (): StartupError => new StartupError('In der Datenbank ist noch nichts, das gesichert werden könnte.', ExitCode.unavailable);

/** Files lie in an object store, and nothing says which. */
export const contentsElsewhere = (): StartupError => new StartupError('Dateien liegen in einem Speicher außerhalb der Datenbank: Bitte S3_URL so setzen wie für die laufende Installation.', ExitCode.wrongSetting);

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Something failed after the target was touched, and was undone. */
export const restoreUndone = (cause: unknown): StartupError => new StartupError(`Das Wiederherstellen ist misslungen (${reasonOf(cause)}). In der Datenbank steht wieder alles, was vorher darin stand.`, ExitCode.unavailable, { cause });

/** Something failed after the target was touched, and could not be undone. */
export const restoreHalfway = (cause: unknown): StartupError => new StartupError(`Das Wiederherstellen ist misslungen (${reasonOf(cause)}). Was vorher in der Datenbank stand, liegt dort noch unversehrt beiseite (Schemas konzeptwerkstatt_before_…): Bitte das Wiederherstellen mit --overwrite noch einmal starten und vorher nichts anderes.`, ExitCode.unavailable, { cause });
