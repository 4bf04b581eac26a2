/** By table: so many amounts, and what they come to. */
export type Written = Record<string, { rows: number; sum: number }>;

/** Floats differ in the last digits. */
const TOLERANCE = 1e-9;

/** Whether two reports hold as many amounts, of the same sums. */
export function isSameContent(one: Written, other: Written): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const [a, b] = [one[name], other[name]];
      return a && b && a.rows === b.rows && Math.abs(a.sum - b.sum) <= TOLERANCE * Math.abs(b.sum);
    })
  );
}
