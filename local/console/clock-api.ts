import * as z from 'zod/mini';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { type Api, taking } from './api.ts';

const YEAR_MS = 366 * 86_400_000;
const Move = z.object({ milliseconds: z.int().check(z.gte(1), z.lte(YEAR_MS)) });

/** The embedded cloud's time. A move answers when everything that it woke has come to rest. */
export function clockApi({ clock, settled }: Pick<EmbeddedCloud, 'clock' | 'settled'>): Api {
  const read = () => ({ now: clock.now(), speed: clock.speed });
  return {
    'GET /api/clock': read,
    'POST /api/clock/advance': taking(Move, async ({ milliseconds }) => {
      clock.advance(milliseconds);
      await settled();
      return read();
    }),
  };
}
