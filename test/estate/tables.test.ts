import { invariant } from '#test/estate/invariant.ts';
import { propertiesOf, resourcesOf, type Template } from '#test/estate/template.ts';

type Table = {
  PointInTimeRecoverySpecification?: { PointInTimeRecoveryEnabled: boolean };
  SSESpecification?: { SSEEnabled?: boolean; KMSMasterKeyId?: string };
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean };
};

const TABLE = 'AWS::DynamoDB::Table';
/** Holds nothing that the next sweep would not bring again. */
const REFILLED = /^DirectoryTable/;
const firstTable = (template: Template) => propertiesOf<Table>(template, TABLE);
const violatedBy = (isRight: (table: Table) => boolean) => (template: Template) =>
  resourcesOf<Table>(template, TABLE).flatMap(([id, table]) => (isRight(table) ? [] : [id]));

invariant({
  rule: 'every table that nothing refills can be restored to a point in time',
  violations: (template) =>
    violatedBy((table) => table.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled === true)(
      template,
    ).filter((id) => !REFILLED.test(id)),
  broken: { 'the default': (template) => delete firstTable(template).PointInTimeRecoverySpecification },
});

invariant({
  rule: 'every table is encrypted with a key of DynamoDB, which costs nothing and needs no grant',
  violations: violatedBy((table) => table.SSESpecification?.SSEEnabled !== true),
  broken: {
    'a key of KMS': (template) => (firstTable(template).SSESpecification = { SSEEnabled: true }),
  },
});

invariant({
  rule: 'every table forgets its rows by expiresAt',
  violations: violatedBy(
    ({ TimeToLiveSpecification: ttl }) => ttl?.AttributeName === 'expiresAt' && ttl.Enabled,
  ),
  broken: {
    'rows for ever': (template) => delete firstTable(template).TimeToLiveSpecification,
    'an attribute that no row has': (template) =>
      (firstTable(template).TimeToLiveSpecification = { AttributeName: 'ttl', Enabled: true }),
  },
});

invariant({
  rule: 'every table that nothing refills outlives its stack',
  violations: ({ Resources }) =>
    Object.entries(Resources).flatMap(([id, { Type, DeletionPolicy, UpdateReplacePolicy }]) =>
      Type !== TABLE || REFILLED.test(id) || (DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain')
        ? []
        : [id],
    ),
  broken: {
    'deletion with the stack': ({ Resources }) => {
      for (const resource of Object.values(Resources)) resource.DeletionPolicy = 'Delete';
    },
    'deletion when it is replaced': ({ Resources }) => {
      for (const resource of Object.values(Resources)) delete resource.UpdateReplacePolicy;
    },
  },
});
