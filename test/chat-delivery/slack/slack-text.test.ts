import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeSlack, slackText, slackTime } from '#lambdas/chat-delivery/slack/slack-text.ts';

describe('escapeSlack', () => {
  it('escapes what Slack reads as its own and nothing else: an apostrophe stays one (tryfabric/mack#21)', () => {
    expect(escapeSlack(`it's <!channel> & "quoted"`)).toBe(`it's &lt;!channel&gt; &amp; "quoted"`);
  });
});

describe('slackText', () => {
  it('counts after escaping and never splits an entity', () => {
    expect(slackText('&&&', 15)).toBe('&amp;&amp;&amp;');
    expect(slackText('&&&', 14)).toBe('&amp;…');
    expect(slackText('&', 4)).toBe('');
  });

  it('holds its limit for any text and any limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('&', '<', '>', 'a', '😀') }),
        fc.nat(60),
        (text, limit) => {
          const cut = slackText(text, limit);
          expect(cut.length).toBeLessThanOrEqual(limit);
          expect(cut.isWellFormed()).toBe(true);
          expect(cut.replaceAll(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
        },
      ),
    );
  });
});

describe('slackTime', () => {
  it("shows the reader's own time, and UTC where Slack cannot", () => {
    expect(slackTime('2026-11-20T02:11:59.000Z')).toBe(
      '<!date^1795140719^{date_short_pretty} {time}|2026-11-20 02:11 UTC>',
    );
  });

  it('shows what is no time as it is, escaped', () => {
    expect(slackTime('<!here>')).toBe('&lt;!here&gt;');
    expect(slackTime('2026-11-20 (<!here>)')).not.toContain('here');
  });
});
