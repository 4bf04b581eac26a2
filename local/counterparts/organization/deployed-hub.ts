import { VERSION } from '#lib/platform/version.ts';
import type { World } from './world.ts';

/** The stack of a hub that is deployed as it is here, with what those who look at it from outside need. */
export function deployedHub(account: string, region: string): Pick<World, 'hubStack' | 'hubResources'> {
  return {
    hubStack: {
      name: 'ReeveHub',
      status: 'UPDATE_COMPLETE',
      outputs: { Version: VERSION, ReportBucket: `reevehub-reports-${account}` },
      tags: {},
    },
    hubResources: [
      {
        logicalId: 'AlarmsTopic3A2DFEBA',
        type: 'AWS::SNS::Topic',
        physicalId: `arn:aws:sns:${region}:${account}:ReeveHub-AlarmsTopic3A2DFEBA`,
      },
      {
        logicalId: 'DirectoryTableD64E6930',
        type: 'AWS::DynamoDB::Table',
        physicalId: 'ReeveHub-DirectoryTableD64E6930',
      },
    ],
  };
}
