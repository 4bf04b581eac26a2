import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageOf } from '#local/counterparts/organization/paging.ts';

const aPaging = fc.record({ pageSize: fc.integer({ min: 1, max: 9 }), emptyPages: fc.boolean() });
const aSize = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined });

it('gives every entry once and in order, whatever the sizes, and ends', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), aPaging, aSize, (items, paging, MaxResults) => {
      const read: number[] = [];
      let token: string | undefined;
      let pages = 0;
      do {
        const input = { ParentId: 'r-a1b2', MaxResults, NextToken: token };
        const { page, NextToken } = pageOf(items, input, { operation: 'ListThings' }, paging);
        read.push(...page);
        token = NextToken;
        pages += 1;
      } while (token !== undefined && pages <= 2 * items.length + 2);
      expect({ read, token }).toEqual({ read: items, token: undefined });
    }),
  );
});
