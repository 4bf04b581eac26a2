/** JSON without half a surrogate pair, which is no text: Slack and strict parsers refuse it. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'string' ? entry.toWellFormed() : entry,
  );
}
