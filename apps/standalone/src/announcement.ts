import type { DemonstrationAccount } from './demonstration.js';

const PASSWORD = 'beispiel-2026';

/** What is printed once everything answers. @param setupToken for whoever begins the installation; null when somebody runs it already */
export function announcement(address: string, accounts: readonly DemonstrationAccount[], setupToken: string | null): string {
  const lines = ['', `Konzeptwerkstatt läuft: ${address}`];
  // Behind #, so that the token stands in no log and is sent to no other page.
  if (setupToken !== null) lines.push('', 'Eigene Kommune einrichten (der Link gilt einmal und einen Tag lang; der nächste Start gibt einen neuen):', `  ${address}/einrichten#${setupToken}`);
  if (accounts.length > 0) lines.push('', `Zugänge zum Ausprobieren (Passwort jeweils: ${PASSWORD})`);
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  for (const { email, organisation } of accounts) lines.push(`  ${email.padEnd(width)}  ${organisation}`);
  return `${[...lines, '', 'Beenden mit Strg+C.', ''].join('\n')}\n`;
}
