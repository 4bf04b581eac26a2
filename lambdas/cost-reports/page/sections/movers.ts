import { changeWord } from '#lambdas/cost-reports/page/money-cell.ts';
import type { Change, Changes, PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { isComparable, windowLabels } from '#lambdas/cost-reports/page/window-labels.ts';
import { forChart } from '#lambdas/cost-reports/publish/for-chart.ts';
import { PAGE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';
import { horizontalBars } from '#lambdas/runtime/charts/horizontal-bars.ts';
import { absolute } from '#lambdas/runtime/decimal.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { formatChange } from '#lambdas/runtime/money.ts';
import { bothWidths } from '#lambdas/runtime/page/both-widths.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

const MOST = 8;
/** As in the tables: more has the colour of warmth, less that of calm. */
const MOVED_PAINT = { ...PAGE_PAINT, above: PAGE_PAINT.below, below: PAGE_PAINT.above };

/** What moved most against the month before, up or down: services and accounts. */
export function moversSection(data: PageData): Section | undefined {
  const parts = [drawMovers('Services', data.services, data), drawMovers('Accounts', data.accounts, data)];
  if (!parts.some(Boolean)) return undefined;
  return { id: 'movers', title: 'What moved most', body: markup`<div class="columns">${parts}</div>` };
}

function drawMovers(title: string, changes: Changes | undefined, data: PageData): Markup | undefined {
  if (!changes?.hasPrevious || !isComparable(changes, data.partial)) return undefined;
  const { current, previous } = windowLabels(data.month, changes, data.partial);
  const bars = changes.rows
    .filter((row) => movedBy(row) !== 0n && !(data.partial && isSupport(row)))
    .sort((a, b) => (absolute(movedBy(a)) < absolute(movedBy(b)) ? 1 : -1))
    .slice(0, MOST)
    .map((row) => ({
      name: row.name ? `${row.name} ${row.cells[0]}` : (row.cells[0] ?? ''),
      value: forChart(movedBy(row)),
      text: `${formatChange(movedBy(row), data.currency)} (${changeWord(row.current?.net, row.previous?.net)})`,
    }));
  const label = `${title}, change of net costs: ${bars.map(({ name, text }) => `${name} ${text}`).join('; ')}`;
  const chart = bothWidths((size) => horizontalBars({ ...size, label, paint: MOVED_PAINT, bars }), {
    width: 460,
  });
  return markup`<div><h3>${title}</h3><p>Net, ${current} against ${previous}.</p>${bars.length > 0 ? chart : markup`<p>Nothing moved.</p>`}</div>`;
}

/** AWS bills it after the month: until then it looks gone. */
function isSupport({ cells }: Change): boolean {
  return /^AWS Support\b/.test(cells[0] ?? '');
}

function movedBy({ current, previous }: Change): bigint {
  return (current?.net ?? 0n) - (previous?.net ?? 0n);
}
