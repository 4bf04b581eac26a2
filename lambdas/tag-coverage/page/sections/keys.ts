import { markup } from '#lambdas/runtime/markup.ts';
import { plainTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import type { CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';
import { resourcesOf } from '#lambdas/tag-coverage/judge/key-count.ts';
import { countCell, shareCell } from '#lambdas/tag-coverage/page/share-table.ts';

/** How each required key stands, and what is wrong where it is not right. */
export function keysSection({ keys, policy }: CoverageSummary): Section {
  const purposes = new Map(policy.tags.map(({ key, purpose }) => [key, purpose]));
  const body = plainTable({
    caption: 'Coverage by required key',
    of: 'keys',
    heads: ['Key', 'Covered', 'Resources', 'Missing', 'Blank', 'Not allowed', 'Similar key', 'Exempt'],
    rows: keys.map(({ name, count }) => {
      const { compliant, missing, blank, wrongValue, nearMisses, exempt } = count;
      const resources = resourcesOf(count);
      const cells = [resources, missing, blank, wrongValue, nearMisses, exempt].map(countCell);
      return markup`<tr><th scope="row"><code>${name}</code> <span class="about">${purposes.get(name)}</span></th>${shareCell(compliant, resources)}${cells}</tr>`;
    }),
  });
  return { id: 'keys', title: 'Keys', body };
}
