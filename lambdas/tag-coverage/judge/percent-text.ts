/** A share in tenths of a percent: a thousand only when it is all, nothing only when it is none. */
export function tenthsOf(part: number, whole: number): number | undefined {
  if (whole === 0) return undefined;
  if (part === 0 || part === whole) return part === 0 ? 0 : 1000;
  return Math.min(999, Math.max(1, Number((BigInt(part) * 2000n + BigInt(whole)) / (BigInt(whole) * 2n))));
}

/** `62.3%`, `100%`, `0%`; a dash where there is nothing to be a share of. */
export function percentText(part: number, whole: number): string {
  const tenths = tenthsOf(part, whole);
  if (tenths === undefined) return '–';
  return tenths % 1000 === 0 ? `${tenths / 10}%` : `${(tenths / 10).toFixed(1)}%`;
}

/** `+0.7 points`, of two shares as they are shown; undefined where one of them is none. */
export function pointsText(now: number | undefined, before: number | undefined): string | undefined {
  if (now === undefined || before === undefined) return undefined;
  if (now === before) return 'no change';
  return `${now > before ? '+' : '-'}${(Math.abs(now - before) / 10).toFixed(1)} points`;
}

/** `12,345` */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 resource`, `12,345 resources` */
export function counted(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1 lacks`, `12,345 lack` */
export function countedVerb(count: number, one: string, many: string): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}
