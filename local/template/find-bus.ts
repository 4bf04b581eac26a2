import type { Bus, Estate } from '#local/estate.ts';
import type { Resource } from './resource.ts';
import { toBusArn } from './stack-scope.ts';

/** The bus that the property `EventBusName` means; the default bus, which no template makes, comes to be. */
export function findBus({ scope, properties }: Resource, { buses }: Estate): Bus {
  const arn = toBusArn(scope, properties.optionalString('EventBusName'));
  const found = buses.find((bus) => bus.arn === arn);
  if (found) return found;
  if (!arn.endsWith(':event-bus/default')) {
    throw properties.refusal('EventBusName', `${arn} is no bus of these stacks`);
  }
  const bus = { name: 'default', arn };
  buses.push(bus);
  return bus;
}
