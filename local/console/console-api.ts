import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { alarmApi } from './alarm-api.ts';
import type { Api } from './api.ts';
import { channelApi } from './channel-api.ts';
import { clockApi } from './clock-api.ts';
import { deadLetterApi } from './dead-letter-api.ts';
import { ecsApi } from './ecs-api.ts';
import { faultApi } from './fault-api.ts';
import { issueApi } from './issue-api.ts';
import { ledgerApi } from './ledger-api.ts';
import { replayApi } from './replay-api.ts';
import { reportApi } from './report-api.ts';
import { resourceApi } from './resource-api.ts';
import { scheduleApi } from './schedule-api.ts';

/** Everything that the page can ask of the console, one file for each of its parts. */
export function createConsoleApi(cloud: EmbeddedCloud): Api {
  return {
    ...clockApi(cloud),
    ...channelApi(cloud),
    ...replayApi(cloud),
    ...scheduleApi(cloud),
    ...faultApi(cloud),
    ...deadLetterApi(cloud),
    ...alarmApi(cloud),
    ...ledgerApi(cloud),
    ...ecsApi(cloud),
    ...reportApi(cloud),
    ...issueApi(cloud),
    ...resourceApi(cloud),
  };
}
