import { invariant } from '#test/estate/invariant.ts';
import { isAllowed, statementsAbout } from '#test/estate/policy.ts';
import { propertiesOf, resourcesOf, type Template, targetOf } from '#test/estate/template.ts';

type Target = { Arn: unknown; DeadLetterConfig?: { Arn: unknown } };
type Rule = { Targets: Target[] };
type Schedule = { Target: Target };
type Queue = { RedrivePolicy?: { deadLetterTargetArn: unknown } };
type Mapping = { EventSourceArn: unknown; FunctionName: unknown };
type Permission = { Action: string; FunctionName: unknown; Principal: string; SourceArn?: unknown };
type InvokeConfig = {
  FunctionName: unknown;
  DestinationConfig?: { OnFailure?: { Destination: unknown } };
};

const rulesIn = (template: Template) => resourcesOf<Rule>(template, 'AWS::Events::Rule');
const schedulesIn = (template: Template) => resourcesOf<Schedule>(template, 'AWS::Scheduler::Schedule');
const queuesIn = (template: Template) => resourcesOf<Queue>(template, 'AWS::SQS::Queue');
const mappingsIn = (template: Template) => resourcesOf<Mapping>(template, 'AWS::Lambda::EventSourceMapping');
const invokeConfigsIn = (template: Template) =>
  resourcesOf<InvokeConfig>(template, 'AWS::Lambda::EventInvokeConfig');

const deadLettersOf = (target: Target | undefined) => targetOf(target?.DeadLetterConfig?.Arn);
const isQueue = (template: Template, id: string | undefined) =>
  template.Resources[id ?? '']?.Type === 'AWS::SQS::Queue';

invariant({
  rule: 'every target of a rule has dead letters, and the rule may write them',
  violations: (template) =>
    rulesIn(template).flatMap(([id, { Targets }]) =>
      Targets.flatMap((target) => {
        const deadLetters = deadLettersOf(target);
        if (!deadLetters || !isQueue(template, deadLetters)) return [`${id}: no dead letters`];
        return admits(template, deadLetters, id) ? [] : [`${id}: ${deadLetters} does not admit it`];
      }),
    ),
  broken: {
    'a target without them': (template) =>
      delete propertiesOf<Rule>(template, 'AWS::Events::Rule').Targets[0]?.DeadLetterConfig,
    'a queue that refuses the rule': (template) => {
      for (const [id] of queuesIn(template)) {
        for (const statement of statementsAbout(template, id)) statement.Effect = 'Deny';
      }
    },
  },
});

invariant({
  rule: 'every queue that a rule targets admits the rule',
  violations: (template) =>
    rulesIn(template).flatMap(([id, { Targets }]) =>
      Targets.flatMap(({ Arn }) => {
        const queue = targetOf(Arn) ?? '';
        return !isQueue(template, queue) || admits(template, queue, id) ? [] : [`${id}: ${queue}`];
      }),
    ),
  broken: {
    'a queue without a policy for it': (template) => {
      propertiesOf<Rule>(template, 'AWS::Events::Rule').Targets.push({
        Arn: { 'Fn::GetAtt': [queuesIn(template)[0]?.[0], 'Arn'] },
      });
    },
  },
});

invariant({
  rule: 'every function that a rule targets admits the rule, and no rule of somebody else',
  violations: (template) =>
    rulesIn(template).flatMap(([id, { Targets }]) =>
      Targets.flatMap(({ Arn }) => {
        const target = targetOf(Arn) ?? '';
        const isFunction = template.Resources[target]?.Type === 'AWS::Lambda::Function';
        return !isFunction || admitsInvocation(template, target, id) ? [] : [`${id}: ${target}`];
      }),
    ),
  broken: {
    'a permission that is taken out': ({ Resources }) => {
      for (const [id, { Type }] of Object.entries(Resources)) {
        if (Type === 'AWS::Lambda::Permission') delete Resources[id];
      }
    },
    'one for any rule of any account': (template) =>
      delete propertiesOf<Permission>(template, 'AWS::Lambda::Permission').SourceArn,
    'one for another service': (template) =>
      (propertiesOf<Permission>(template, 'AWS::Lambda::Permission').Principal = 's3.amazonaws.com'),
  },
});

invariant({
  rule: 'every target of a schedule has dead letters',
  violations: (template) =>
    schedulesIn(template).flatMap(([id, { Target }]) =>
      isQueue(template, deadLettersOf(Target)) ? [] : [id],
    ),
  broken: {
    'a schedule without them': (template) =>
      delete propertiesOf<Schedule>(template, 'AWS::Scheduler::Schedule').Target.DeadLetterConfig,
  },
});

invariant({
  rule: 'every queue that a function reads passes what fails again and again to dead letters',
  violations: (template) => {
    const queues = new Map(queuesIn(template));
    return mappingsIn(template).flatMap(([id, { EventSourceArn }]) => {
      const deadLetters = queues.get(targetOf(EventSourceArn) ?? '')?.RedrivePolicy?.deadLetterTargetArn;
      return isQueue(template, targetOf(deadLetters)) ? [] : [id];
    });
  },
  broken: {
    'a queue without a redrive policy': (template) =>
      delete propertiesOf<Queue>(template, 'AWS::SQS::Queue', 'OutboxQueue').RedrivePolicy,
  },
});

invariant({
  rule: 'every function that is invoked asynchronously has a destination for its failures',
  violations: (template) => {
    const readers = mappingsIn(template).map(([, { FunctionName }]) => targetOf(FunctionName));
    const covered = invokeConfigsIn(template)
      .filter(([, config]) => isQueue(template, targetOf(config.DestinationConfig?.OnFailure?.Destination)))
      .map(([, { FunctionName }]) => targetOf(FunctionName));
    // Whoever calls a URL waits for the answer. Nothing else may invoke such a function.
    const waitedFor = resourcesOf<{ TargetFunctionArn: unknown }>(template, 'AWS::Lambda::Url')
      .map(([, { TargetFunctionArn }]) => targetOf(TargetFunctionArn))
      .filter((id) => permissionsOf(template, id).every(({ Principal }) => Principal === '*'));
    return resourcesOf(template, 'AWS::Lambda::Function')
      .map(([id]) => id)
      .filter((id) => !readers.includes(id) && !covered.includes(id) && !waitedFor.includes(id));
  },
  broken: {
    'a failure that is dropped': (template) =>
      delete propertiesOf<InvokeConfig>(template, 'AWS::Lambda::EventInvokeConfig').DestinationConfig,
    'a function that nothing covers': (template) => {
      template.Resources['New'] = { Type: 'AWS::Lambda::Function' };
    },
    'a function with a URL that a rule invokes, too': (template) => {
      const [, url] = resourcesOf<{ TargetFunctionArn: unknown }>(template, 'AWS::Lambda::Url')[0] ?? [];
      const Properties = { FunctionName: url?.TargetFunctionArn, Principal: 'events.amazonaws.com' };
      template.Resources['New'] = { Type: 'AWS::Lambda::Permission', Properties };
    },
  },
});

function permissionsOf(template: Template, functionId: string | undefined): Permission[] {
  return resourcesOf<Permission>(template, 'AWS::Lambda::Permission')
    .map(([, permission]) => permission)
    .filter(({ FunctionName }) => targetOf(FunctionName) === functionId);
}

function admitsInvocation(template: Template, functionId: string, ruleId: string): boolean {
  return resourcesOf<Permission>(template, 'AWS::Lambda::Permission').some(
    ([, { Action, FunctionName, Principal, SourceArn }]) =>
      Action === 'lambda:InvokeFunction' &&
      Principal === 'events.amazonaws.com' &&
      targetOf(FunctionName) === functionId &&
      targetOf(SourceArn) === ruleId,
  );
}

/** The queue's policy lets EventBridge send to it for this rule, and for no rule of somebody else. */
function admits(template: Template, queueId: string, ruleId: string): boolean {
  return statementsAbout(template, queueId).some(
    (statement) =>
      isAllowed(statement, 'events.amazonaws.com', 'sqs:SendMessage') &&
      targetOf(statement.Condition?.['ArnEquals']?.['aws:SourceArn']) === ruleId,
  );
}
