import { describe, expect, test } from 'vitest';
import { hubTemplate, type Template } from '#test/estate/template.ts';

export type Invariant = {
  /** A sentence that is true of the hub's template. */
  rule: string;
  /** What breaks the rule, by logical id. */
  violations: (template: Template) => string[];
  /** Ways to break it. Each must be seen: a check that cannot fail is worth nothing. */
  broken: Record<string, (template: Template) => void>;
};

/** Tests that the rule holds in the synthesized hub, and that it notices when it does not. */
export function invariant({ rule, violations, broken }: Invariant): void {
  describe(`In the hub, ${rule}`, () => {
    test('holds', () => {
      expect(violations(hubTemplate())).toEqual([]);
    });

    test.each(Object.entries(broken))('is broken by %s', (_, spoil) => {
      const template = hubTemplate();
      spoil(template);
      expect(violations(template)).not.toEqual([]);
    });
  });
}
