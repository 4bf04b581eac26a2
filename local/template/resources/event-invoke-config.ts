import { findFunction } from '../find-function.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::Lambda::EventInvokeConfig: what follows when an asynchronous invocation fails. */
export const readEventInvokeConfig: ResourceReader = ({ properties, afterAll }, estate) => {
  const qualifier = properties.string('Qualifier');
  if (qualifier !== '$LATEST')
    throw properties.refusal('Qualifier', 'must be $LATEST: there are no versions');
  const onFailure = properties.object('DestinationConfig').object('OnFailure');
  const onFailureArn = onFailure.optionalString('Destination');
  const maximumRetryAttempts = properties.number('MaximumRetryAttempts', 2);
  afterAll(() => {
    Object.assign(findFunction(properties, estate), { onFailureArn, maximumRetryAttempts });
  });
};
