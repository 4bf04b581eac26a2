import { expect, test } from 'vitest';
import { Observation } from '#lambdas/contracts/observation.ts';
import { toFirstLook } from '#lambdas/support-cases/tell/to-first-look.ts';
import { aCase, afterHours, PERMIT, WAITING } from './a-case.ts';

const context = {
  accountName: (id: string) => `name-${id}`,
  at: new Date(afterHours(0)),
  readAt: new Date(afterHours(0)),
};

test('the first look names the cases that wait for us, the worst first, and counts the rest', () => {
  const look = toFirstLook(
    [
      aCase({ displayId: '1' }),
      aCase({ displayId: '2', severity: 'low', ...WAITING }),
      aCase({ displayId: '3', severity: 'on-fire', permits: [PERMIT] }),
      aCase({ displayId: '4', severity: 'urgent', ...WAITING, withheld: 'security', subject: '' }),
      aCase({ displayId: '5', account: '2', severity: 'urgent', status: 'on-fire' }),
    ],
    context,
  );

  expect(Observation.parse(look)).toEqual(look);
  expect(look).toMatchObject({ severity: 'warning', part: { status: 'resolved' } });
  expect(`${look.title}\n${look.summary}`).toMatchSnapshot();
});

test('of one case it speaks of one, and of none it says so', () => {
  expect(toFirstLook([aCase(WAITING)], context).title).toBe(
    'AWS Support: 1 open case in 1 account, 1 waits for us',
  );
  expect(toFirstLook([], context)).toMatchObject({
    severity: 'info',
    title: 'AWS Support: 0 open cases, none waits for us',
    actions: [],
  });
});

test('of very many cases it fits a message', () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    aCase({
      displayId: String(index),
      severity: `${'x'.repeat(100)}${index}`,
      subject: '障'.repeat(300),
      ...WAITING,
    }),
  );
  const { summary } = toFirstLook(many, { ...context, accountName: () => 'n'.repeat(300) });

  expect(summary).toContain('• and 490 more');
  expect(summary.length).toBeLessThan(2800);
});
