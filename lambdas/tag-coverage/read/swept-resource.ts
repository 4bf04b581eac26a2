import type { MadeResource } from '#lambdas/contracts/tags/aws-made.ts';

/** A resource as a sweep finds it in the aggregator. */
export type SweptResource = MadeResource & {
  account: string;
  region: string;
  /** ISO 8601; undefined where AWS Config does not know. */
  createdAt: string | undefined;
};
