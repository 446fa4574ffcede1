interface AgendaEntry {
  readonly time: string | null;
  readonly title: string;
}

/** An agenda as lines that are typed: `18:30 Begrüßung`. */
export function agendaLines(agenda: readonly AgendaEntry[]): string {
  return agenda.map(({ time, title }) => (time === null ? title : `${time} ${title}`)).join('\n');
}

/** The entries of lines; a time at the beginning may be written as `8:30` or `8.30 Uhr`. Empty lines do not count. */
export function agendaOf(lines: string): AgendaEntry[] {
  return lines.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const [, hours, minutes, title] = /^(\d{1,2})[:.](\d{2})(?:\s*Uhr)?[\s–-]+(.+)$/.exec(line) ?? [];
    return hours === undefined || minutes === undefined || title === undefined ? { time: null, title: line } : { time: `${hours.padStart(2, '0')}:${minutes}`, title };
  });
}
