import { expect, it } from 'vitest';
import { newHead } from '#lambdas/alert-desk/update-head.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

it('the words of an alert, which all its channels see, hold nothing of one account', () => {
  const labels = { service: ['EC2'], ou: ['/secret'], 'tag:team': ['payments'] };
  const { content } = newHead(anObservation({ labels, owner: 'payments' }), NOW);
  expect(content.labels).toEqual({ service: ['EC2'] });
  expect(JSON.stringify(content)).not.toContain('payments');
});

it('words that a source sends without end are cut to what a head can hold', () => {
  const { content } = newHead(
    anObservation({
      summary: 'x'.repeat(100_000),
      facts: Array.from({ length: 50 }, () => ({ label: 'a', value: 'y'.repeat(5000) })),
      labels: Object.fromEntries(
        Array.from({ length: 100 }, (_, at) => [`label-${at}`, Array(100).fill('z')]),
      ),
    }),
    NOW,
  );
  expect(JSON.stringify(content).length).toBeLessThan(15_000);
});
