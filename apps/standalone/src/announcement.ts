import type { DemonstrationAccount } from './demonstration.js';

const PASSWORD = 'beispiel-2026';

/** The link for whoever begins the installation. Its token stands behind #, so that it is in no log and is sent to no other page. */
export const setupLinkLines = (address: string, token: string): string[] => ['Eigene Kommune einrichten (der Link gilt einmal und einen Tag lang; der gleiche Befehl gibt einen neuen):', `  ${address}/einrichten#${token}`];

/** What is printed once everything answers. @param setupToken for whoever begins the installation; null when somebody runs it already */
export function announcement(address: string, accounts: readonly DemonstrationAccount[], setupToken: string | null): string {
  const lines = ['', `Konzeptwerkstatt läuft: ${address}`];
  if (setupToken !== null) lines.push('', ...setupLinkLines(address, setupToken));
  if (accounts.length > 0) lines.push('', `Zugänge zum Ausprobieren (Passwort jeweils: ${PASSWORD})`);
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  for (const { email, organisation } of accounts) lines.push(`  ${email.padEnd(width)}  ${organisation}`);
  return `${[...lines, '', 'Beenden mit Strg+C.', ''].join('\n')}\n`;
}
