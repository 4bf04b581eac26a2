import { toDigestObservation } from '#lambdas/contracts/digest.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import { basisName } from '#lambdas/cost-reports/basis-name.ts';
import type { CostSummary, Untagged } from '#lambdas/cost-reports/cost-summary.ts';
import { dayWords, momentWords, monthWords } from '#lambdas/cost-reports/digest/date-words.ts';
import { figureLines } from '#lambdas/cost-reports/digest/figure-lines.ts';
import { moverLines } from '#lambdas/cost-reports/digest/mover-lines.ts';
import { addDays } from '#lambdas/cost-reports/periods.ts';
import { ratioOf } from '#lambdas/runtime/decimal.ts';
import { formatMoney, formatPercent } from '#lambdas/runtime/money.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

const TAGS_SHOWN = 3;
const TAG_LENGTH = 40;
const SOURCE_LENGTH = 40;
/** Less than any channel shows of a summary: where it is too much, movers give way, not what stands last. */
const LENGTH = 2700;
const NOTES_SHOWN = 4;
const NOTE_LENGTH = 160;

/**
 * The day's digest of costs; a later run of the same day takes the place of the first, and so does a repeat with
 * more answers. `answered`: so many queries are.
 */
export function toCostDigest(
  summary: CostSummary,
  { answered, ...more }: Pick<Observation, 'links' | 'actions' | 'attachments'> & { answered: number },
): Observation {
  const figures = figureLines(summary);
  const untagged = summary.untagged
    .slice(0, TAGS_SHOWN)
    .flatMap((share) => untaggedLine(share, summary.currency));
  const end = [...noteLines(summary), provenanceLine(summary)];
  const movers = fitting(moverLines(summary), [...figures, ...untagged, ...end]);
  const groups = [figures, [...movers, ...untagged], end].filter((lines) => lines.length > 0);
  return toDigestObservation({
    key: `cost/${summary.today}`,
    source: 'cost',
    orderedBy: [
      ['fetchedAt', Date.parse(summary.fetchedAt)],
      ['answered', answered],
    ],
    severity: 'info',
    title: titleOf(summary),
    summary: groups.map((lines) => lines.join('\n')).join('\n\n'),
    ...more,
  });
}

/** The first of the lines for which others leave room. */
function fitting(lines: string[], others: string[]): string[] {
  let room = LENGTH - others.join('\n').length;
  const tooMany = lines.findIndex((line) => {
    room -= line.length + 1;
    return room < 0;
  });
  return tooMany < 0 ? lines : lines.slice(0, tooMany);
}

function titleOf({ today, lastDay, lagDays, yesterday, currency }: CostSummary): string {
  const day = dayWords(addDays(today, -1));
  if (lastDay === undefined) return 'AWS costs: none known yet';
  if (lagDays > 0) return `AWS costs: ${day} is not known yet`;
  const { net, gross } = yesterday;
  const apart = net === gross ? '' : ` net, ${formatMoney(gross, currency)} gross`;
  return `AWS costs: ${formatMoney(net, currency)}${apart} on ${day}`;
}

function untaggedLine({ tagKey, month, untagged, total }: Untagged, currency: string): string[] {
  const share = ratioOf(untagged, total);
  if (share === undefined) return [];
  const question = untagged === total ? ' Is it activated as a cost allocation tag?' : '';
  const amount = `${formatPercent(share)} of ${monthWords(month)} (${formatMoney(untagged, currency)})`;
  return [`Without the tag ${oneLine(tagKey, TAG_LENGTH)}: ${amount}.${question}`];
}

function noteLines({ notes }: CostSummary): string[] {
  const more = notes.length - NOTES_SHOWN;
  const shown = notes.slice(0, NOTES_SHOWN).map((note) => oneLine(note, NOTE_LENGTH));
  return [...shown, ...(more > 0 ? [`And ${more} more notes in the report.`] : [])];
}

function provenanceLine({ basis, source, fetchedAt, days }: CostSummary): string {
  const estimated = days.some((day) => day.estimated) ? ', estimated until AWS closes the month' : '';
  return `${basisName(basis)} costs${estimated}. Read from ${oneLine(source, SOURCE_LENGTH)} on ${momentWords(fetchedAt)}.`;
}
