import { MADE_FIELDS } from '#lambdas/contracts/tags/aws-made.ts';

/** What an advanced query of AWS Config must select of a resource so that its tags can be judged, and it can be named. */
export const RESOURCE_FIELDS: readonly string[] = [
  'resourceType',
  'resourceId',
  'resourceName',
  'arn',
  'resourceCreationTime',
  'tags',
  ...MADE_FIELDS,
];
