import { type AwsBackend, type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import type { Trail } from './world.ts';

const TRAIL_NAME = /^[a-zA-Z0-9](?!.*[._-]{2})[a-zA-Z0-9._-]{1,126}[a-zA-Z0-9]$/;
const TRAIL_ARN = /^arn:aws:cloudtrail:[^:]+:\d{12}:trail\/.+$/;

/**
 * CloudTrail's trails, which are the management account's; members see those of the Organization as shadows.
 * By its name a trail is found only in its own account and home Region, by its ARN from all that see it.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
 */
export function cloudTrailBackend({ world, identities }: Organization): AwsBackend {
  const isOwner = ({ accessKeyId }: AwsCall) =>
    identities.find(accessKeyId).accountId === world.managementAccount;
  const arnOf = (trail: Trail) =>
    `arn:aws:cloudtrail:${homeOf(trail)}:${world.managementAccount}:trail/${trail.name}`;
  const isHome = (trail: Trail, call: AwsCall) => isOwner(call) && homeOf(trail) === call.region;
  const isShadow = (trail: Trail, call: AwsCall) =>
    (isOwner(call) || trail.isOrganization) && (trail.isMultiRegion || homeOf(trail) === call.region);
  const find = (nameOrArn: string, call: AwsCall): Trail | undefined => {
    if (!TRAIL_NAME.test(nameOrArn) && !TRAIL_ARN.test(nameOrArn))
      throw new AwsError(
        'InvalidTrailNameException',
        'Trail name has a length or characters that are not allowed.',
      );
    return world.trails.find((trail) =>
      arnOf(trail) === nameOrArn
        ? isOwner(call) || trail.isOrganization
        : trail.name === nameOrArn && isHome(trail, call),
    );
  };
  const existing = (nameOrArn: unknown, call: AwsCall): Trail => {
    const trail = find(String(nameOrArn), call);
    if (trail) return trail;
    const { accountId } = identities.find(call.accessKeyId);
    throw new AwsError(
      'TrailNotFoundException',
      `Unknown trail: ${String(nameOrArn)} for the user: ${accountId}`,
    );
  };
  const toTrail = (trail: Trail) => ({
    Name: trail.name,
    S3BucketName: `cloudtrail-${world.managementAccount}`,
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: trail.isMultiRegion,
    HomeRegion: homeOf(trail),
    TrailARN: arnOf(trail),
    LogFileValidationEnabled: true,
    HasCustomEventSelectors: trail.readWriteType !== undefined,
    IsOrganizationTrail: trail.isOrganization,
  });

  return awsJsonBackend({
    DescribeTrails: ({ trailNameList, includeShadowTrails = true }, call) => {
      const names = (Array.isArray(trailNameList) ? trailNameList : []).map(String);
      const trails =
        names.length > 0
          ? names.map((name) => find(name, call)).filter((trail) => trail !== undefined)
          : world.trails.filter(
              (trail) => isHome(trail, call) || (includeShadowTrails === true && isShadow(trail, call)),
            );
      return { trailList: trails.map(toTrail) };
    },
    GetTrailStatus: ({ Name }, call) => ({ IsLogging: existing(Name, call).isLogging }),
    GetEventSelectors: ({ TrailName }, call) => {
      const trail = existing(TrailName, call);
      const selector = {
        ReadWriteType: trail.readWriteType ?? 'All',
        IncludeManagementEvents: true,
        DataResources: [],
        ExcludeManagementEventSources: [],
      };
      return { TrailARN: arnOf(trail), EventSelectors: [selector] };
    },
  });
}

const homeOf = ({ homeRegion = 'us-east-1' }: Trail) => homeRegion;
