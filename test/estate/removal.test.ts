import { invariant } from '#test/estate/invariant.ts';
import { propertiesOf, resourcesOf, targetOf } from '#test/estate/template.ts';

/** What `cdk destroy` leaves, as the README says. */
const KEPT =
  /^(?:LedgerTable|ReportsFilesBucket|TagFindingsTable|TrustedAdvisorItemsTable|SupportCases(?:RowsTable|RawBucket|RedactedBucket)|CaseTrackersLinksTable)/;

type Function = { LoggingConfig?: { LogGroup?: unknown } };

invariant({
  rule: 'nothing but the ledger, the findings, the items, the cases, their trackers and the reports outlives its stack',
  violations: ({ Resources }) =>
    Object.entries(Resources)
      .filter(([, { DeletionPolicy }]) => DeletionPolicy !== undefined && DeletionPolicy !== 'Delete')
      .flatMap(([id]) => (KEPT.test(id) ? [] : [id])),
  broken: {
    'a queue that stays': ({ Resources }) => {
      for (const resource of Object.values(Resources)) {
        if (resource.Type === 'AWS::SQS::Queue') resource.DeletionPolicy = 'Retain';
      }
    },
    'a snapshot': ({ Resources }) => {
      for (const resource of Object.values(Resources)) {
        if (resource.Type === 'AWS::Lambda::Function') resource.DeletionPolicy = 'Snapshot';
      }
    },
  },
});

invariant({
  rule: 'every function logs to a group of the stack: one that Lambda makes would stay, and for ever',
  violations: (template) => {
    const groups = resourcesOf(template, 'AWS::Logs::LogGroup').map(([id]) => id);
    return resourcesOf<Function>(template, 'AWS::Lambda::Function').flatMap(([id, { LoggingConfig }]) =>
      groups.includes(targetOf(LoggingConfig?.LogGroup) ?? '') ? [] : [id],
    );
  },
  broken: {
    'a group that nobody made': (template) => {
      delete propertiesOf<Function>(template, 'AWS::Lambda::Function').LoggingConfig;
    },
  },
});
