import { type References, resolveIntrinsics } from './intrinsics.ts';
import { isJsonObject } from './json-object.ts';

/** Whether an entry of a template's `Conditions` holds. */
export function conditionHolds(expression: unknown, references: References): boolean {
  if (!isJsonObject(expression)) throw new Error(`${JSON.stringify(expression)} is not a condition`);
  const holds = (each: unknown): boolean => conditionHolds(each, references);
  const [[operator, argument] = ['', undefined]] = Object.entries(expression);
  if (operator === 'Condition') return references.condition(String(argument));
  if (!Array.isArray(argument)) throw new Error(`${operator} takes a list`);
  switch (operator) {
    case 'Fn::Equals': {
      const [left, right] = resolveIntrinsics(argument, references) as unknown[];
      return String(left) === String(right);
    }
    case 'Fn::And':
      return argument.every(holds);
    case 'Fn::Or':
      return argument.some(holds);
    case 'Fn::Not':
      return !holds(argument[0]);
    default:
      throw new Error(`${operator} is not emulated: add it to local/template/conditions.ts`);
  }
}
