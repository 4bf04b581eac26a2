import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderWebhook } from '#lambdas/chat-delivery/webhook/signed-webhook.ts';
import { anyCard } from '#test/chat-delivery/any-card.ts';

describe('any Unicode in any field (ecs-events-to-slack, terraform-aws-health-notifier)', () => {
  it('is a body of less than 20,000 bytes that is well-formed JSON', () => {
    fc.assert(
      fc.property(anyCard, fc.constantFrom('full' as const, 'short' as const), (card, style) => {
        const body = renderWebhook(card, style);
        expect(Buffer.byteLength(body)).toBeLessThan(20_000);
        const parsed = JSON.parse(body) as { type: string; data: { title: string } };
        expect(parsed.type).toBe(`reeve.alert.${card.status}`);
        expect(parsed.data.title.isWellFormed()).toBe(true);
        expect(JSON.stringify(parsed)).not.toMatch(/\\ud[89a-f]/i);
      }),
      { numRuns: 300 },
    );
  });
});
