export type FieldRange = { field: string; least: number; most: number; names?: string[] };

const ITEM = /^(?:\*|(?<from>\w+)(?:-(?<to>\w+))?)(?:\/(?<step>\d+))?$/;

/** The numbers that a cron field names: `*`, numbers and names, lists, ranges, steps. Throws on the rest. */
export function cronField(text: string, range: FieldRange): Set<number> {
  return new Set(text.split(',').flatMap((item) => numbersOf(item, range)));
}

/** One number or name of a cron field. */
export function cronNumber(text: string, range: FieldRange): number {
  const named = (range.names ?? []).indexOf(text.toUpperCase());
  const number = named >= 0 ? range.least + named : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= range.least && number <= range.most) return number;
  throw notUnderstood(text, range);
}

function numbersOf(item: string, range: FieldRange): number[] {
  const match = ITEM.exec(item);
  if (!match) throw notUnderstood(item, range);
  const { from, to, step } = match.groups ?? {};
  const first = from === undefined ? range.least : cronNumber(from, range);
  const isSingle = from !== undefined && step === undefined;
  const last = to === undefined ? (isSingle ? first : range.most) : cronNumber(to, range);
  const stride = Number(step ?? 1);
  if (stride === 0 || last < first) throw notUnderstood(item, range);
  const count = Math.floor((last - first) / stride) + 1;
  return Array.from({ length: count }, (_, index) => first + index * stride);
}

function notUnderstood(text: string, { field }: FieldRange): Error {
  return new Error(`Not understood in the ${field} field of a cron expression: ${text}`);
}
