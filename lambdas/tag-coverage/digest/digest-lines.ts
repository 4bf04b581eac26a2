import { oneLine } from '#lambdas/runtime/one-line.ts';
import { describeBlind } from '#lambdas/tag-coverage/blind/describe-blind.ts';
import type { AccountCount, CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';
import { type KeyCount, lackingOf, resourcesOf } from '#lambdas/tag-coverage/judge/key-count.ts';
import { counted, countedVerb, countText, percentText } from '#lambdas/tag-coverage/judge/percent-text.ts';
import type { NamedCount } from '#lambdas/tag-coverage/judge/sum-cells.ts';
import { notRecordedNote } from '#lambdas/tag-coverage/publish/to-notes.ts';

/** Less than any channel shows of a summary. */
const LENGTH = 2700;
const KEYS_SHOWN = 10;
const ACCOUNTS_SHOWN = 5;
const BLIND_ACCOUNTS_SHOWN = 5;
const NAME_LENGTH = 60;
const NOTE_LENGTH = 400;

/** `Owner: 71.2% of 12,345 resources; 3,000 lack it, 400 have it blank, 155 with a value that is not allowed` */
export function keyLines(
  { keys }: Pick<CoverageSummary, 'keys'>,
  more: (key: NamedCount) => string = () => '',
): string[] {
  const lines = keys.slice(0, KEYS_SHOWN).map((key) => {
    const { name, count } = key;
    return `• ${oneLine(name, NAME_LENGTH)}: ${shareText(count)}${more(key)}${problemsText(count)}`;
  });
  const others = keys.length - KEYS_SHOWN;
  return others > 0 ? [...lines, `• and ${counted(others, 'more key')} in the report`] : lines;
}

/** `71.2% of 12,345 resources` */
export function shareText(count: KeyCount): string {
  const resources = resourcesOf(count);
  return `${percentText(count.compliant, resources)} of ${counted(resources, 'resource')}`;
}

function problemsText({ missing, blank, wrongValue, nearMisses }: KeyCount): string {
  const problems = [
    missing > 0 && `${countedVerb(missing, 'lacks', 'lack')} it`,
    blank > 0 && `${countedVerb(blank, 'has', 'have')} it blank`,
    wrongValue > 0 && `${countText(wrongValue)} with a value that is not allowed`,
    nearMisses > 0 && `${countedVerb(nearMisses, 'has', 'have')} a key like it`,
  ].filter(Boolean);
  return problems.length > 0 ? `; ${problems.join(', ')}` : '';
}

/** The accounts in which most resources lack something; none where nothing does. */
export function accountLines({ accounts }: Pick<CoverageSummary, 'accounts'>): string[] {
  const worst = accounts.filter(({ count }) => lackingOf(count) > 0).slice(0, ACCOUNTS_SHOWN);
  return worst.length === 0 ? [] : ['Most to do:', ...worst.map(accountLine)];
}

function accountLine({ account: { id, name }, count }: AccountCount): string {
  const who = name ? `${oneLine(name, NAME_LENGTH)} (${id})` : id;
  const [lacking, resources] = [lackingOf(count), resourcesOf(count)];
  return `• ${who}: ${countText(lacking)} of ${counted(resources, 'resource')} ${lacking === 1 ? 'lacks' : 'lack'} something`;
}

/** What the figures do not see. */
export function blindLines({
  leftOut: { blind, regions, notRecorded },
}: Pick<CoverageSummary, 'leftOut'>): string[] {
  const lines = [...describeBlind(blind, regions, BLIND_ACCOUNTS_SHOWN), ...notRecordedNote(notRecorded)];
  return lines.map((line) => oneLine(line, NOTE_LENGTH));
}

/** Groups of lines as one text; where it is too much for a message, the last of the longest group give way. */
export function fitting(groups: string[][]): string {
  const kept = groups.filter((lines) => lines.length > 0).map((lines) => [...lines]);
  const text = () => kept.map((lines) => lines.join('\n')).join('\n\n');
  while (text().length > LENGTH) {
    const longest = kept.toSorted((a, b) => b.length - a.length)[0];
    if (!longest || longest.length < 2) return text().slice(0, LENGTH);
    longest.pop();
  }
  return text();
}
