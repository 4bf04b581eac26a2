import { InvalidPattern } from './invalid-pattern.ts';

const LIMIT = 5e9;
const COMPARISONS: Record<string, (value: number, bound: number) => boolean> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** Whether a number fits `[operator, bound]`, or a range that begins with its lower end. */
export function numericFilter(expression: unknown): (value: number) => boolean {
  if (!Array.isArray(expression)) throw new InvalidPattern('numeric takes a list of operators and numbers');
  const [operator, bound, upperOperator, upperBound, ...rest] = expression as unknown[];
  const first = comparison(operator, bound);
  if (expression.length === 2) return (value) => isComparable(value) && first(value);
  const second = comparison(upperOperator, upperBound);
  const isRange = String(operator).startsWith('>') && String(upperOperator).startsWith('<');
  if (!isRange || rest.length > 0)
    throw new InvalidPattern('A numeric range is a lower end and an upper end');
  if (Number(bound) >= Number(upperBound)) throw new InvalidPattern('A numeric range must not be empty');
  return (value) => isComparable(value) && first(value) && second(value);
}

function comparison(operator: unknown, bound: unknown): (value: number) => boolean {
  const compare = COMPARISONS[String(operator)];
  if (!compare) throw new InvalidPattern(`${String(operator)} is not a numeric operator`);
  if (typeof bound !== 'number' || !isComparable(bound)) {
    throw new InvalidPattern(`${String(operator)} takes a number between -5e9 and 5e9`);
  }
  return (value) => compare(value, bound);
}

function isComparable(value: number): boolean {
  return Math.abs(value) <= LIMIT;
}
