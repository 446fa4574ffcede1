import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';

const reasons: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) => `Der Port ${port} ist schon belegt. Bitte beenden Sie das andere Programm oder wählen Sie mit PORT einen anderen Port.`,
  EACCES: (port) => `Für den Port ${port} fehlt das Recht. Bitte wählen Sie mit PORT einen Port ab 1024.`,
  EADDRNOTAVAIL: (_port, host) => `Die Adresse ${host} (HOST) gibt es auf diesem Rechner nicht.`,
  ENOTFOUND: (_port, host) => `Der Rechnername ${host} (HOST) ist nicht bekannt.`,
};

/** Listens, and gives the port (chosen by the system for port 0). @throws StartupError with one sentence for the person who started it */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason) throw new StartupError(reason(port, host), ExitCode.unavailable, { cause: error });
    throw error;
  }
  return (server.address() as AddressInfo).port;
}
