import { textTable } from '#bin/commands/command-line/text-table.ts';
import { COUNT_NAMES, type Counts, type CoverageSum, type Dimension } from '#bin/commands/tags/sum-by.ts';
import { countText, percentText } from '#lambdas/tag-coverage/judge/percent-text.ts';

const HEADINGS = COUNT_NAMES.filter((name) => name !== 'compliant').map((name) =>
  name.replaceAll('_', ' ').toUpperCase(),
);
const NUMBERS = [1, ...HEADINGS.map((_, index) => index + 2)];

type Summed = { sums: CoverageSum[]; total: Counts };

/** Coverage by one dimension, a line each, and that of all resources. */
export function describeCoverage(by: Dimension, { sums, total }: Summed): string[] {
  if (total.resources === 0)
    return ['No resource that needs a tag is seen. This does not mean that there is none.'];
  const rows = [...sums.map((sum) => rowOf(nameOf(sum, by), sum.counts)), rowOf('All tags together', total)];
  return textTable([[by.toUpperCase(), 'COVERED', ...HEADINGS], ...rows], NUMBERS);
}

function rowOf(name: string, counts: Counts): string[] {
  const { compliant, resources } = counts;
  const others = COUNT_NAMES.filter((count) => count !== 'compliant');
  return [name, percentText(compliant, resources), ...others.map((count) => countText(counts[count]))];
}

function nameOf({ name, id }: CoverageSum, by: Dimension): string {
  if (id) return name ? `${name} (${id})` : id;
  return name || (by === 'ou' ? '(not known)' : '-');
}
