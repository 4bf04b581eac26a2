import { invariant } from '#test/estate/invariant.ts';
import { propertiesOf, resourcesOf, type Template, targetOf } from '#test/estate/template.ts';

type Url = { TargetFunctionArn: unknown; AuthType: string; Cors?: unknown };
type Permission = {
  Action: string;
  FunctionName: unknown;
  Principal: string;
  SourceArn?: unknown;
  FunctionUrlAuthType?: string;
  InvokedViaFunctionUrl?: boolean;
};
type LambdaFunction = { ReservedConcurrentExecutions?: number; Timeout?: number };

const URL_TYPE = 'AWS::Lambda::Url';
const PERMISSION = 'AWS::Lambda::Permission';
/** Functions that everybody on the internet reaches, with what keeps strangers out. */
const PUBLIC_WITH_REASON: Record<string, string> = {
  TrackerHooksReceive: 'GitHub cannot sign as AWS wants it; each request is checked by the HMAC of its body.',
};

const urlsIn = (template: Template) => resourcesOf<Url>(template, URL_TYPE);
const permissionsIn = (template: Template) => resourcesOf<Permission>(template, PERMISSION);
const publicOnes = (template: Template) =>
  permissionsIn(template).filter(([, { Principal }]) => !Principal.endsWith('.amazonaws.com'));
const isKnown = (id: string | undefined) =>
  Object.keys(PUBLIC_WITH_REASON).some((start) => id?.startsWith(start));
const functionOfUrl = (template: Template) =>
  propertiesOf<LambdaFunction>(template, 'AWS::Lambda::Function', 'TrackerHooks');

invariant({
  rule: 'nobody but services of AWS may invoke a function, and everybody only by a URL that has a reason',
  violations: (template) => [
    ...urlsIn(template)
      .filter(([, { TargetFunctionArn }]) => !isKnown(targetOf(TargetFunctionArn)))
      .map(([id]) => id),
    ...publicOnes(template)
      .filter(
        ([, { Action, FunctionName, FunctionUrlAuthType, InvokedViaFunctionUrl }]) =>
          !isKnown(targetOf(FunctionName)) ||
          (Action === 'lambda:InvokeFunctionUrl' ? FunctionUrlAuthType !== 'NONE' : !InvokedViaFunctionUrl),
      )
      .map(([id]) => id),
  ],
  broken: {
    'another function with a URL': (template) => {
      const TargetFunctionArn = { 'Fn::GetAtt': ['AlertDeskFunction', 'Arn'] };
      template.Resources['New'] = { Type: URL_TYPE, Properties: { TargetFunctionArn, AuthType: 'NONE' } };
    },
    'everybody without a URL': (template) => {
      for (const [, permission] of publicOnes(template)) delete permission.InvokedViaFunctionUrl;
    },
    'another account': (template) =>
      (propertiesOf<Permission>(template, PERMISSION).Principal = '111122223333'),
  },
});

invariant({
  rule: 'whoever may call a URL has both permissions that AWS asks for',
  violations: (template) =>
    urlsIn(template).flatMap(([id, { TargetFunctionArn }]) => {
      const actions = publicOnes(template)
        .filter(([, { FunctionName }]) => targetOf(FunctionName) === targetOf(TargetFunctionArn))
        .map(([, { Action }]) => Action);
      const isWhole = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'].every((action) =>
        actions.includes(action),
      );
      return isWhole ? [] : [id];
    }),
  broken: {
    'the one that was enough until October 2025': (template) => {
      for (const [id, { Action }] of publicOnes(template))
        if (Action === 'lambda:InvokeFunction') delete template.Resources[id];
    },
    'the other one': (template) => {
      for (const [id, { Action }] of publicOnes(template))
        if (Action === 'lambda:InvokeFunctionUrl') delete template.Resources[id];
    },
  },
});

invariant({
  rule: 'strangers can neither use up the concurrency of the account nor hold a function for long, and no page may call it',
  violations: (template) => {
    const functions = new Map(resourcesOf<LambdaFunction>(template, 'AWS::Lambda::Function'));
    return urlsIn(template).flatMap(([id, { TargetFunctionArn, Cors }]) => {
      const { ReservedConcurrentExecutions = 1000, Timeout = 3 } =
        functions.get(targetOf(TargetFunctionArn) ?? '') ?? {};
      return ReservedConcurrentExecutions <= 5 && Timeout < 10 && Cors === undefined ? [] : [id];
    });
  },
  broken: {
    'no limit': (template) => delete functionOfUrl(template).ReservedConcurrentExecutions,
    'a minute each': (template) => (functionOfUrl(template).Timeout = 60),
    'pages of others': (template) => (propertiesOf<Url>(template, URL_TYPE).Cors = { AllowOrigins: ['*'] }),
  },
});
