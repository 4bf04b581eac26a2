import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  type GetEventSelectorsCommandOutput,
  GetTrailStatusCommand,
  type Trail as TrailDescription,
} from '@aws-sdk/client-cloudtrail';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { unlessOrganization } from '#bin/commands/doctor/unless-organization.ts';
import { globalRegionOf } from '#lib/regions.ts';

type Trail = { name: string; home: string; isLogging: boolean; reaches: boolean; recordsWrites: boolean };

/** EventBridge hears of what happens in Organizations by way of a trail alone. */
export const trail: Check = {
  name: 'trail',
  area: 'Organization',
  about:
    'A trail of the management account records management events, of which Organizations events are made',
  asks: 'the management account',
  actions: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus', 'cloudtrail:GetEventSelectors'],
  skip: ({ settings }) =>
    unlessOrganization({ settings }) ??
    (settings.accountDirectory ? undefined : 'There is no accountDirectory in reeve.config.ts'),
  async run({ client, homeRegion }) {
    const region = globalRegionOf(homeRegion);
    const cloudTrail = await client(CloudTrailClient, 'management', region);
    const { trailList = [] } = await cloudTrail.send(new DescribeTrailsCommand({}));
    const trails = trailList.map(async (found) => {
      // Other Regions know a trail by its shadow, which does not answer everything.
      const home = await client(CloudTrailClient, 'management', found.HomeRegion ?? region);
      return toTrail(home, found, region);
    });
    return judgeTrails(await Promise.all(trails));
  },
};

export function judgeTrails(trails: Trail[]): Observed[] {
  const good = trails.find((found) => found.isLogging && found.reaches && found.recordsWrites);
  if (good) return [{ verdict: 'ok', text: `The trail ${good.name} records management events` }];
  const text =
    'No trail of the management account records management events: new accounts are learnt a day later';
  const stopped = trails.find(({ reaches, recordsWrites }) => reaches && recordsWrites);
  const mend = stopped
    ? `aws cloudtrail start-logging --name ${stopped.name} --region ${stopped.home}, in the management account`
    : 'Make one in CloudTrail: all Regions, management events, reads and writes; the first is free';
  const detail = trails.map(faultOf).join('; ');
  return [{ verdict: 'failed', text, mend, ...(detail ? { detail } : {}) }];
}

function faultOf({ name, isLogging, reaches, recordsWrites }: Trail): string {
  const faults = [
    isLogging ? '' : 'is stopped',
    reaches ? '' : 'is of another Region',
    recordsWrites ? '' : 'leaves changes out, or management events',
  ];
  return `${name} ${faults.filter(Boolean).join(', ')}`;
}

async function toTrail(client: CloudTrailClient, found: TrailDescription, region: string): Promise<Trail> {
  const { Name = '', TrailARN = Name, HomeRegion } = found;
  const [{ IsLogging = false }, selectors] = await Promise.all([
    client.send(new GetTrailStatusCommand({ Name: TrailARN })),
    client.send(new GetEventSelectorsCommand({ TrailName: TrailARN })),
  ]);
  return {
    name: Name,
    home: HomeRegion ?? region,
    isLogging: IsLogging,
    reaches: reaches(found, region),
    recordsWrites: recordsWrites(selectors),
  };
}

/** Events of Organizations are made in the global Region alone. */
export function reaches(
  { IncludeGlobalServiceEvents, IsMultiRegionTrail, HomeRegion }: TrailDescription,
  region: string,
): boolean {
  return IncludeGlobalServiceEvents !== false && (IsMultiRegionTrail === true || HomeRegion === region);
}

type Selectors = Pick<GetEventSelectorsCommandOutput, 'EventSelectors' | 'AdvancedEventSelectors'>;

/** Both generations of selectors. What changes an Organization is a write. */
export function recordsWrites({ EventSelectors = [], AdvancedEventSelectors = [] }: Selectors): boolean {
  const isBasic = EventSelectors.some(
    ({ IncludeManagementEvents, ReadWriteType }) =>
      IncludeManagementEvents !== false && ReadWriteType !== 'ReadOnly',
  );
  const isAdvanced = AdvancedEventSelectors.some(({ FieldSelectors = [] }) => {
    const isManagement = FieldSelectors.some(
      ({ Field, Equals = [] }) => Field === 'eventCategory' && Equals.includes('Management'),
    );
    return (
      isManagement &&
      !FieldSelectors.some(({ Field, Equals = [] }) => Field === 'readOnly' && Equals[0] === 'true')
    );
  });
  return isBasic || isAdvanced;
}
