import type { ResourceReader } from '../resource.ts';

/** AWS::Events::EventBus. Its policy comes from AWS::Events::EventBusPolicy. */
export const readEventBus: ResourceReader = ({ name, arn, properties }, estate) => {
  properties.string('Name');
  estate.buses.push({ name, arn });
};
