/** The middle of some sizes: what grows moves it, one heap that Node tidies up a moment later does not. */
export function middleOf(sizes: number[]): number {
  return sizes.toSorted((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0;
}
