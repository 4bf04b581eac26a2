import { expect, test } from 'vitest';
import { checkTags } from '#lib/tags/check-tags.ts';

const linesOf = (settings: object) =>
  checkTags(settings).map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);

test.each([
  ['nothing of settings without the block', {}, []],
  ['nothing of a lone account that says where it runs', { hub: {}, tags: {} }, []],
  [
    'a Region',
    { tags: {} },
    ['hub: is missing: Config rules, and the role that looks at tags, must be told where to be'],
  ],
  [
    'a Region for the reader role alone, where there are no rules',
    { tags: { rules: 'none' } },
    ['hub: is missing: Config rules, and the role that looks at tags, must be told where to be'],
  ],
  [
    'an Organization for units',
    { hub: {}, tags: { targets: ['r-town'] } },
    ['tags.targets: needs an organization: a lone account has its Config rules without this field'],
  ],
  [
    'each unit once',
    { hub: {}, organization: {}, tags: { targets: ['r-town', 'r-town'] } },
    ['tags.targets.1: "r-town" is named twice: take one out'],
  ],
  ['nothing of a time of grace whose end is counted', { hub: {}, tags: { graceDays: 3 } }, []],
  ['no count where there is no time of grace', { hub: {}, tags: { coverage: false } }, []],
  [
    'a count that tells what is over its time of grace',
    { hub: {}, tags: { graceDays: 3, coverage: false } },
    [
      'tags.graceDays: needs coverage: its daily count tells what is over its grace. Take "coverage: false" out, or this field',
    ],
  ],
  [
    'something that checks them',
    { hub: {}, tags: { rules: 'none', coverage: false } },
    [
      'tags.rules: needs coverage: with no rules and no daily count nothing checks tags. Take "coverage: false" out, or this field, or the whole block "tags"',
    ],
  ],
  ['no rules where there is a count', { hub: {}, tags: { rules: 'none' } }, []],
  ['no count where there are rules', { hub: {}, tags: { rules: 'managed', coverage: false } }, []],
  ['nothing of what cannot be read', { tags: 'Owner' }, []],
])('required tags need %s', (_, settings, lines) => {
  expect(linesOf(settings)).toEqual(lines);
});
