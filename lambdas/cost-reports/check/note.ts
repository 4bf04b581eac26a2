/** What a reader must know, in whole sentences; of one query, of one month, or of all. */
export type Note = { text: string; query?: string; month?: string };

/** The notes that are about a month of what these queries made; without queries, about anything in it. */
export function notesAbout(
  notes: readonly Note[],
  { queries, month }: { queries?: readonly string[]; month?: string },
): string[] {
  const about = notes.filter(
    (note) =>
      (note.query === undefined || queries === undefined || queries.includes(note.query)) &&
      (note.month === undefined || month === undefined || note.month === month),
  );
  return [...new Set(about.map(({ text }) => text))];
}
