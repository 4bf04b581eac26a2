import type { BusEvent } from '#local/bus/bus-event.ts';
import type { Clock } from '#local/clock.ts';
import { Faults } from '#local/counterparts/organization/faults.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import { createOrganizationServices } from '#local/counterparts/organization/organization-services.ts';
import { roleTrust } from '#local/counterparts/organization/role-trust.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import type { ParameterStore } from '#local/counterparts/parameter-store.ts';
import { deployToWorld } from '#local/deploy-to-world.ts';
import type { Estate } from '#local/estate.ts';
import type { HubPlace } from '#local/hub-of.ts';
import type { AwsBackend } from '#local/proxy/aws-call.ts';
import type { RegisterCaller } from '#local/proxy/caller.ts';

export type Organization = {
  /** What the services answer from; change it as you like. */
  world: World;
  /** Lets calls of the services fail, by the name of their IAM action. */
  faults: Faults;
  /** By the name that requests are signed for. */
  backends: Record<string, AwsBackend>;
  /** Tells the services whose an access key is. */
  registerCaller: RegisterCaller;
};

type Surroundings = {
  world: World;
  estate: Estate;
  hub: HubPlace;
  clock: Clock;
  onAssumed: RegisterCaller;
  /** Hears what the services send by themselves when somebody changes something by their API. */
  announce: (event: BusEvent) => void;
};

/** The services of AWS that know the Organization, with the roles of the templates and the hub as it runs here. */
export function openOrganization({
  world,
  estate,
  hub,
  clock,
  onAssumed,
  announce,
}: Surroundings): Organization {
  // Whoever has no key of a function is a person of the hub account.
  const person = { accountId: hub.accountId, arn: `arn:aws:iam::${hub.accountId}:role/administrator` };
  const identities = new Identities(person);
  const faults = new Faults();
  Object.assign(world, { hubResources: resourcesOf(estate) });
  if (world.hubStack) Object.assign(world.hubStack.outputs, outputsOf(estate, world.hubStack.name));
  deployToWorld(world, estate, clock.now());
  const mayAssume = roleTrust(estate.roles, world.organizationId);
  const backends = createOrganizationServices({
    world,
    identities,
    clock,
    faults,
    mayAssume,
    onAssumed,
    announce,
  });
  const roleOf = (name: string) => estate.functions.find((candidate) => candidate.name === name)?.roleArn;
  return {
    world,
    faults,
    backends,
    registerCaller: (accessKeyId, caller) => {
      const arn = 'function' in caller && roleOf(caller.function);
      if (arn) identities.register(accessKeyId, { accountId: hub.accountId, arn });
    },
  };
}

/** The parameter that CDK's bootstrap leaves, where the world says that it was run. */
export function setBootstrapVersion({ set }: ParameterStore, { bootstrap }: World, hub: HubPlace): void {
  const version = bootstrap[`${hub.accountId}/${hub.region}`];
  if (version !== undefined) set('/cdk-bootstrap/hnb659fds/version', String(version), 'String');
}

/** What people find by CloudFormation: tables by their names, topics by their ARNs. */
function resourcesOf({ tables, topics }: Estate): World['hubResources'] {
  return [
    ...tables.map(({ logicalId, name }) => ({ logicalId, type: 'AWS::DynamoDB::Table', physicalId: name })),
    ...topics.map(({ logicalId, arn }) => ({ logicalId, type: 'AWS::SNS::Topic', physicalId: arn })),
  ];
}

/** The outputs of a stack, by their own names. */
function outputsOf({ outputs }: Pick<Estate, 'outputs'>, stack: string): Record<string, string> {
  const prefix = `${stack}.`;
  const own = Object.entries(outputs).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}
