import type { ConsoleMessage, Page, Request, Response } from 'playwright-core';

/** A page that is left before its socket is open closes it; Chromium warns of that. */
const leftEarly = /WebSocket is closed before the connection is established/;

/** What a page must not do unnoticed. */
export class Watch {
  readonly problems: string[] = [];
  private readonly tolerated = [leftEarly];

  constructor(page: Page, private readonly origin: string) {
    page.on('console', (message) => this.onConsole(message));
    page.on('pageerror', (error) => this.note(`error in the page: ${error.message}`));
    page.on('request', (request) => this.onAddress(request.url()));
    page.on('websocket', (socket) => this.onAddress(socket.url()));
    page.on('requestfailed', (request) => this.onFailed(request));
    page.on('response', (response) => this.onResponse(response));
  }

  /** Lets pass what a journey brings about on purpose, e.g. a server that is away. */
  tolerate(...patterns: RegExp[]): void {
    this.tolerated.push(...patterns);
  }

  private note(problem: string): void {
    if (!this.tolerated.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }

  private onConsole(message: ConsoleMessage): void {
    if (message.type() === 'error' || message.type() === 'warning') this.note(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  }

  /** Everything comes from the one server, sockets too. */
  private onAddress(url: string): void {
    const { protocol, host } = new URL(url);
    if (protocol === 'data:' || protocol === 'blob:') return;
    if (host !== new URL(this.origin).host) this.note(`request to another host: ${url}`);
  }

  private onFailed(request: Request): void {
    // A page that is left takes back what it had asked for.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') this.note(`request failed: ${request.method()} ${request.url()} ${reason}`);
  }

  private onResponse(response: Response): void {
    if (response.status() >= 400) this.note(`answer ${response.status()}: ${response.request().method()} ${response.url()}`);
  }
}

/** What a lost connection brings with it. */
export const lostConnection: readonly RegExp[] = [/ERR_INTERNET_DISCONNECTED/, /ERR_CONNECTION_REFUSED/, /ERR_CONNECTION_RESET/, /ERR_EMPTY_RESPONSE/, /WebSocket connection to/, /answer 503/, /status of 503/];
