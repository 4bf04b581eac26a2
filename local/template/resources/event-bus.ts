import { readPolicyDocument } from '../policy-document.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::Events::EventBus. AWS::Events::EventBusPolicy may add to its policy. */
export const readEventBus: ResourceReader = ({ name, arn, properties }, estate) => {
  properties.string('Name');
  const policy = properties.has('Policy') ? { policy: readPolicyDocument(properties, 'Policy') } : {};
  estate.buses.push({ name, arn, ...policy });
};
