import { describe, expect, it } from 'vitest';
import { resourcesShown } from '#lambdas/chat-delivery/resources-shown.ts';
import { aCard } from './a-card.ts';

const many = (count: number, id: string, url?: string) =>
  Array.from({ length: count }, (_, index) => ({ part: 'p', id: `${index}${id}`, ...(url ? { url } : {}) }));

describe('resourcesShown', () => {
  it('is ten short names at most', () => {
    expect(resourcesShown(aCard({ resources: many(20, 'i-0a1b2c') }))).toHaveLength(10);
    expect(resourcesShown(aCard({ resources: many(3, 'i-0a1b2c') }))).toHaveLength(3);
  });

  it('is fewer where names and links are long', () => {
    const resources = many(10, 'a'.repeat(500), `https://example.com/${'b'.repeat(250)}`);
    expect(resourcesShown(aCard({ resources }))).toHaveLength(6);
  });
});
