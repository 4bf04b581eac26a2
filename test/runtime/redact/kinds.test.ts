import { describe, expect, test } from 'vitest';
import { redactText } from '#lambdas/runtime/redact/redact-text.ts';
import { isUnseen } from '#test/runtime/redact/kind-names.ts';
import { KINDS, MISSING_KINDS } from '#test/runtime/redact/kinds.ts';

test('there is a sample of each kind', () => {
  expect(MISSING_KINDS).toEqual([]);
});

describe.each([
  { group: 'written for', kinds: KINDS.filter(({ name }) => !isUnseen(name)) },
  { group: 'not seen at first', kinds: KINDS.filter(({ name }) => isUnseen(name)) },
])('of the kinds that the detectors were $group', ({ kinds }) => {
  test.each(kinds)('no $name stays in a sentence in $language', async ({ text, secrets }) => {
    const { text: redacted, found } = await redactText(text);

    for (const secret of secrets) {
      expect(text).toContain(secret);
      expect(redacted).not.toContain(secret);
    }
    expect(Object.keys(found).length).toBeGreaterThan(0);
    expect(redacted).toMatch(/^(?:The job fails since this morning|お世話になっております。現在)/);
  });
});
