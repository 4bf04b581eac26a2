import { expect, test } from 'vitest';
import { aHub } from '#test/capabilities/a-hub.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';

const hub = aHub({
  channels: { ops: { kind: 'webhook' }, town: { kind: 'slack', conversation: 'C0123456789' } },
});

test('each channel comes with the name of its secret, which bears the name of the stack', () => {
  expect(hub.settingsOf('ChatDelivery')).toEqual({
    channels: [
      { kind: 'webhook', name: 'ops', secretName: '/ReeveHub/channels/ops' },
      {
        kind: 'slack',
        conversation: 'C0123456789',
        apiUrl: 'https://slack.com/api',
        name: 'town',
        secretName: '/ReeveHub/channels/town',
      },
    ],
  });
});

test('delivery reads the secrets of its channels, each by name', () => {
  const secrets = hub.permissionsOf('ChatDeliveryRole')['ssm:GetParameter'];

  expect(secrets).toContain(':parameter/ReeveHub/channels/ops"');
  expect(secrets).toContain(':parameter/ReeveHub/channels/town"');
});

test('no other function reads a secret', () => {
  for (const role of ['AlertDeskRole', 'AlertClockRole', 'HealthAlertsRelayRole']) {
    const permissions = hub.permissionsOf(role);

    expect(Object.keys(permissions).length).toBeGreaterThan(0);
    expect(permissions).not.toHaveProperty('ssm:GetParameter');
  }
});

test('delivery has time for a batch of ten replies and posts at one a second', () => {
  expectResource(hub.template, 'AWS::Lambda::Function', {
    Timeout: 120,
    LoggingConfig: { LogGroup: { Ref: hub.idOf('AWS::Logs::LogGroup', 'ChatDelivery') } },
  });
  expectResource(hub.template, 'AWS::Lambda::EventSourceMapping', {
    EventSourceArn: { 'Fn::GetAtt': [hub.idOf('AWS::SQS::Queue', 'OutboxQueue'), 'Arn'] },
    BatchSize: 10,
  });
});
