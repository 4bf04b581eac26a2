import { findBus } from '../find-bus.ts';
import { isStatement } from '../policy-document.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::Events::EventBusPolicy: one more statement of the policy of a bus. */
export const readEventBusPolicy: ResourceReader = (resource, estate) => {
  const { properties, afterAll } = resource;
  properties.string('StatementId');
  const statement = properties.json('Statement');
  if (!isStatement(statement)) throw properties.refusal('Statement', 'has no effect');
  afterAll(() => {
    const bus = findBus(resource, estate);
    bus.policy = { Version: '2012-10-17', Statement: [...(bus.policy?.Statement ?? []), statement] };
  });
};
