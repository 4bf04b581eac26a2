import type { Properties } from '../properties.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::DynamoDB::Table. */
export const readTable: ResourceReader = ({ logicalId, name, arn, properties }, estate) => {
  properties.optionalString('TableName');
  estate.tables.push({
    logicalId,
    name,
    arn,
    definition: {
      AttributeDefinitions: properties.objects('AttributeDefinitions').map((attribute) => ({
        AttributeName: attribute.string('AttributeName'),
        AttributeType: attribute.string('AttributeType'),
      })),
      KeySchema: readKeySchema(properties),
      BillingMode: properties.string('BillingMode', 'PROVISIONED'),
      ...readThroughput(properties),
      ...readIndexes(properties, 'GlobalSecondaryIndexes'),
      ...readIndexes(properties, 'LocalSecondaryIndexes'),
    },
    timeToLiveAttribute: readTimeToLive(properties),
  });
};

/** AWS::DynamoDB::GlobalTable in this region only. */
export const readGlobalTable: ResourceReader = (resource, estate) => {
  const { scope, properties } = resource;
  const elsewhere = properties
    .objects('Replicas')
    .map((replica) => replica.string('Region'))
    .find((region) => region !== scope.region);
  if (elsewhere) throw properties.refusal('Replicas', `${elsewhere} is another region than ${scope.region}`);
  readTable(resource, estate);
};

function readKeySchema(properties: Properties): object[] {
  return properties.objects('KeySchema').map((key) => ({
    AttributeName: key.string('AttributeName'),
    KeyType: key.string('KeyType'),
  }));
}

function readIndexes(properties: Properties, kind: string): object {
  const indexes = properties.objects(kind).map((index) => {
    const projection = index.object('Projection');
    const attributes = projection.strings('NonKeyAttributes');
    return {
      IndexName: index.string('IndexName'),
      KeySchema: readKeySchema(index),
      Projection: {
        ProjectionType: projection.string('ProjectionType'),
        ...(attributes.length > 0 && { NonKeyAttributes: attributes }),
      },
      ...readThroughput(index),
    };
  });
  return indexes.length > 0 ? { [kind]: indexes } : {};
}

function readThroughput(properties: Properties): object {
  if (!properties.has('ProvisionedThroughput')) return {};
  const throughput = properties.object('ProvisionedThroughput');
  return {
    ProvisionedThroughput: {
      ReadCapacityUnits: throughput.number('ReadCapacityUnits'),
      WriteCapacityUnits: throughput.number('WriteCapacityUnits'),
    },
  };
}

function readTimeToLive(properties: Properties): string | undefined {
  const specification = properties.object('TimeToLiveSpecification');
  const attribute = specification.optionalString('AttributeName');
  return specification.boolean('Enabled') ? attribute : undefined;
}
