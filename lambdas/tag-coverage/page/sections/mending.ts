import type { RequiredTag } from '#lambdas/contracts/tags/tag-policy.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import type { CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';

/** What to do with what lacks tags. */
export function mendingSection({ policy }: CoverageSummary): Section {
  const body = markup`<ul class="steps">
<li>What lacks which tag: <code>npm run reeve -- tags report --violations</code>, or the export <code>required-tags</code> beside this page.</li>
<li>What a stack, CDK or Terraform made is tagged there: a tag set by hand is taken away by the next deployment.</li>
<li>Where a key is almost right, rename it: case, spaces and signs count.</li>
<li>What need not be tagged gets an exemption in the settings, with an owner and an end.</li>
</ul>
<dl class="rules">${policy.tags.map((tag) => markup`<dt><code>${tag.key}</code></dt><dd>${allowed(tag)}</dd>`)}</dl>`;
  return { id: 'mending', title: 'How to mend it', body };
}

function allowed({ values, pattern }: RequiredTag): string {
  if (values) return `One of: ${values.join(', ')}`;
  return pattern ? `All of its value must match ${pattern}` : 'Any value that is not blank';
}
