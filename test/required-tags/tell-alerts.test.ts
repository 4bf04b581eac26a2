import { expect, test } from 'vitest';
import { tellAlerts } from '#lambdas/required-tags/tell-alerts.ts';
import { aFinding } from '#test/required-tags/a-finding.ts';
import { ACCOUNT, NOW, settings } from '#test/required-tags/an-evaluation.ts';
import { findingsInMemory } from '#test/required-tags/findings-in-memory.ts';
import { toldAlerts } from '#test/told-alerts.ts';

const BANK = '444455556666';
const alertsOf = (account: string) => ['one', 'two', 'three'].map((name) => `tags/${account}/${name}`);

test('an account is read once for all its alerts, after each of them has its number', async () => {
  const calls: string[] = [];
  const findings = findingsInMemory(async (call) => void calls.push(call));
  const told = toldAlerts();
  const alerts = [...alertsOf(ACCOUNT.id), ...alertsOf(BANK)];
  for (const alert of alerts) {
    const [, account = ''] = alert.split('/');
    await findings.ports.write(aFinding({ account, alert, id: alert, arn: alert }));
  }
  calls.length = 0;
  await tellAlerts(new Map(alerts.map((alert) => [alert, []])), {
    settings,
    accountDirectory: async (id) => ({ ...ACCOUNT, id }),
    lookAt: async () => new Map(),
    findings: findings.ports,
    tell: (observation) => told.tell(observation),
    report: () => {},
    now: () => NOW,
  });

  const anAccount = ['nextVersion', 'nextVersion', 'nextVersion', 'readAlerts'];
  expect(calls).toEqual([...anAccount, ...anAccount]);
  expect(told.all().map(({ key, part }) => [key, part.account, part.resources.map(({ id }) => id)])).toEqual(
    alerts.map((alert) => [alert, alert.split('/')[1], [alert]]),
  );
});
