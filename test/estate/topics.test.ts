import { invariant } from '#test/estate/invariant.ts';
import { isAllowed, isTlsOnly, type ResourcePolicy, statementsAbout } from '#test/estate/policy.ts';
import { propertiesOf, resourcesOf, type Template } from '#test/estate/template.ts';

type Topic = { KmsMasterKeyId?: unknown };

const TOPIC = 'AWS::SNS::Topic';
const topicsIn = (template: Template) => resourcesOf<Topic>(template, TOPIC);
const policyOf = (template: Template) =>
  propertiesOf<ResourcePolicy>(template, 'AWS::SNS::TopicPolicy').PolicyDocument;

invariant({
  rule: 'every topic is reached by TLS only',
  violations: (template) =>
    topicsIn(template).flatMap(([id]) =>
      statementsAbout(template, id).some((statement) => isTlsOnly(statement, 'sns:Publish')) ? [] : [id],
    ),
  broken: {
    'no such statement': (template) => {
      policyOf(template).Statement = policyOf(template).Statement.filter(({ Effect }) => Effect === 'Allow');
    },
  },
});

invariant({
  rule: 'every topic admits CloudWatch of this account: a policy of its own replaces the default one',
  violations: (template) =>
    topicsIn(template).flatMap(([id]) =>
      statementsAbout(template, id).some(
        (statement) =>
          isAllowed(statement, 'cloudwatch.amazonaws.com', 'sns:Publish') &&
          JSON.stringify(statement.Condition) ===
            '{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}}',
      )
        ? []
        : [id],
    ),
  broken: {
    'the TLS statement alone': (template) => {
      policyOf(template).Statement = policyOf(template).Statement.filter(({ Effect }) => Effect === 'Deny');
    },
    'the CloudWatch of every account': (template) => {
      for (const statement of policyOf(template).Statement) delete statement.Condition;
    },
  },
});

invariant({
  rule: "no topic is encrypted with AWS's own key, under which CloudWatch fails silently",
  violations: (template) =>
    topicsIn(template).flatMap(([id, { KmsMasterKeyId }]) =>
      JSON.stringify(KmsMasterKeyId ?? '').includes('alias/aws/') ? [id] : [],
    ),
  broken: {
    'alias/aws/sns': (template) => (propertiesOf<Topic>(template, TOPIC).KmsMasterKeyId = 'alias/aws/sns'),
    'its ARN': (template) => {
      const arn = { 'Fn::Sub': 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:alias/aws/sns' };
      propertiesOf<Topic>(template, TOPIC).KmsMasterKeyId = arn;
    },
  },
});
