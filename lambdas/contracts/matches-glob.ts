/** `*` stands for any run of characters; letters match in either case, as AWS's own spelling varies. */
export function matchesGlob(pattern: string, value: string): boolean {
  const expression = pattern
    .split('*')
    .map((text) => RegExp.escape(text))
    .join('.*');
  return new RegExp(`^${expression}$`, 'is').test(value);
}
