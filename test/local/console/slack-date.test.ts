import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type SlackDate = (
  date: { at: number; format: string; fallback: string },
  now: number,
  locale: string,
  timeZone: string,
) => string;

const module = join(import.meta.dirname, '../../../local/console/page/slack-date.js');
const { slackDate } = (await import(module)) as { slackDate: SlackDate };

const AT = Date.UTC(2026, 10, 22, 23, 30) / 1000;
const NOON = Date.UTC(2026, 10, 22, 12);

const shown = (format: string, now = NOON, timeZone = 'UTC') =>
  slackDate({ at: AT, format, fallback: 'fallback' }, now, 'en-GB', timeZone);

describe("a date in Slack's tokens", () => {
  it.each([
    ['{date_num}', '22/11/2026'],
    ['{date}', '22 November 2026'],
    ['{date_short} {time}', '22 Nov 2026 23:30'],
    ['{date_long}', 'Sunday, 22 November 2026'],
    ['{time_secs}', '23:30:00'],
    ['{date_short_pretty} {time}', 'today 23:30'],
    ['{ago}', 'in 12 hours'],
    ['{no_such_token}', '{no_such_token}'],
  ])('%s reads %s', (format, expected) => {
    expect(shown(format)).toBe(expected);
  });

  it("counts days in the reader's time zone", () => {
    expect(shown('{date_pretty}', NOON, 'Asia/Tokyo')).toBe('tomorrow');
    expect(shown('{date_pretty}', NOON + 2 * 86_400_000)).toBe('22 November 2026');
  });
});
