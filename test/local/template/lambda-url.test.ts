import { expect, test } from 'vitest';
import { loadAssembly } from '#local/template/load-assembly.ts';
import type { TemplateResource } from '#local/template/template.ts';
import { anAssembly, CODE_KEY, loadOptions, loadResources } from './an-assembly.ts';

type Values = Record<string, unknown>;

const aFunction: TemplateResource = {
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { S3Key: CODE_KEY },
    Role: 'arn:role',
  },
};
const aUrl = (values: Values = {}): TemplateResource => ({
  Type: 'AWS::Lambda::Url',
  Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': ['Function', 'Arn'] }, ...values },
});
const aPermission = (values: Values): TemplateResource => ({
  Type: 'AWS::Lambda::Permission',
  Properties: { FunctionName: { 'Fn::GetAtt': ['Function', 'Arn'] }, Principal: '*', ...values },
});

test('a function gets its URL, and whom it lets in', () => {
  const estate = loadResources({
    Function: aFunction,
    Url: aUrl(),
    ByUrl: aPermission({ Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }),
    Invoke: aPermission({ Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true }),
    Rule: aPermission({ Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com' }),
  });
  const [fn] = estate.functions;

  expect(estate.urls).toMatchObject([{ logicalId: 'Url', functionArn: fn?.arn }]);
  expect(estate.permissions).toMatchObject([
    { functionArn: fn?.arn, urlAuthType: 'NONE' },
    { functionArn: fn?.arn, ofUrls: true },
    { functionArn: fn?.arn, principal: 'events.amazonaws.com' },
  ]);
  expect(estate.permissions[2]).not.toHaveProperty('ofUrls');
});

test('its URL is where it is served, or else an address as AWS has it', () => {
  const template = {
    Resources: { Function: aFunction, Url: aUrl() },
    Outputs: { Url: { Value: { 'Fn::GetAtt': ['Url', 'FunctionUrl'] } } },
  };
  const urlOf = (functionUrl?: (id: string) => string) =>
    loadAssembly(anAssembly(template), loadOptions(functionUrl ? { functionUrl } : {})).outputs['Hub.Url'];

  expect(urlOf()).toMatch(/^https:\/\/[a-z0-9-]+\.lambda-url\.eu-central-1\.on\.aws\/$/);
  expect(urlOf((id) => `http://127.0.0.1:9/${id}/`)).toMatch(/^http:\/\/127\.0\.0\.1:9\/[a-z0-9-]+\/$/);
});

test.each([
  ['callers that sign', { AuthType: 'AWS_IAM' }, 'AuthType: AWS_IAM is not emulated'],
  ['answers in pieces', { InvokeMode: 'RESPONSE_STREAM' }, 'InvokeMode: RESPONSE_STREAM is not emulated'],
  ['pages of others', { Cors: { AllowOrigins: ['*'] } }, 'Cors: is not emulated'],
  ['an alias', { Qualifier: 'live' }, 'Qualifier: is not emulated'],
  ['a function that is not there', { TargetFunctionArn: 'arn:other' }, 'arn:other is no function'],
])('%s are refused', (_what, values, words) => {
  expect(() => loadResources({ Function: aFunction, Url: aUrl(values) })).toThrow(words);
});
