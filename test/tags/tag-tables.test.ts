import { expect, test } from 'vitest';
import { TAG_COVERAGE, TAG_VIOLATIONS } from '#lambdas/contracts/tags/tag-tables.ts';
import { describeTables, OF_TAGS } from '#test/costs/describe-tables.ts';

test('the page of the tables of tags is what they are', async () => {
  const page = describeTables(OF_TAGS, [TAG_COVERAGE, TAG_VIOLATIONS]);

  await expect(page).toMatchFileSnapshot('../../docs/tag-tables.md');
});
