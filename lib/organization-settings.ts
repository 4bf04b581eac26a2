import { z } from 'zod';

export const AccountId = z.string().regex(/^\d{12}$/, 'must be an account id of 12 digits');

export const Region = z
  .string()
  .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'must be the code of a Region such as eu-central-1');

export const OrganizationalUnitId = z
  .string()
  .regex(
    /^(?:r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})$/,
    'must be the id of the root (r-…) or of an organizational unit (ou-…)',
  );

const Percentage = z.int().min(1).max(100);

/** Where Reeve runs. In an Organization both must be said: the members are told whom to trust. */
export const HubSettings = z.strictObject({ account: AccountId.optional(), region: Region });

export const OrganizationSettings = z.strictObject({
  id: z.string().regex(/^o-[a-z0-9]{10,32}$/, 'must be the id of the Organization such as o-a1b2c3d4e5'),
  /** Pays and owns the Organization; StackSets do not reach it. */
  managementAccount: AccountId,
  /** Root or organizational units whose accounts become members, new ones by themselves. */
  targets: z
    .array(OrganizationalUnitId)
    .min(1, 'must name at least one: the root for all accounts')
    .max(50, 'must be 50 at most, as CloudFormation takes them: name a unit above them'),
  /** Organizational units whose accounts also get the role that may change something. */
  writerTargets: z.array(OrganizationalUnitId).default([]),
  /** An account that leaves keeps its stacks; without it they are deleted. */
  retainOnLeaving: z.boolean().default(false),
  /** Per cent of the accounts that are deployed to at a time. */
  maxConcurrentPercentage: Percentage.default(25),
  /** Per cent of the accounts that may fail in a Region before a deployment stops. */
  failureTolerancePercentage: z.int().min(0).max(100).default(100),
});
export type OrganizationSettings = z.infer<typeof OrganizationSettings>;
