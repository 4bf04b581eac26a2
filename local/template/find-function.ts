import type { Estate, LambdaFunction } from '#local/estate.ts';
import type { Properties } from './properties.ts';

/** The function that the property `FunctionName` means, by name or ARN. */
export function findFunction(properties: Properties, { functions }: Estate): LambdaFunction {
  const wanted = properties.string('FunctionName');
  const found = functions.find(({ name, arn }) => name === wanted || arn === wanted);
  if (!found) throw properties.refusal('FunctionName', `${wanted} is no function of these stacks`);
  return found;
}
