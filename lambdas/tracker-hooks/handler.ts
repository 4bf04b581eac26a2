import type { TrackerHooksSettings } from '#lambdas/contracts/support/tracker-hooks-settings.ts';
import { log } from '#lambdas/runtime/log.ts';
import { readParameter } from '#lambdas/runtime/parameter.ts';
import { parseMessage } from '#lambdas/runtime/parse-body.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';
import { secretStore } from '#lambdas/runtime/secret-store.ts';
import { Environment } from '#lambdas/tracker-hooks/environment.ts';
import { type HookAnswer, HookRequest } from '#lambdas/tracker-hooks/hook-request.ts';
import { newsClient } from '#lambdas/tracker-hooks/news-client.ts';
import { receiveDelivery } from '#lambdas/tracker-hooks/receive-delivery.ts';

const environment = readEnvironment(Environment);
const { hooks } = readSettings<TrackerHooksSettings>();
const ports = {
  hooks,
  readSecret: secretStore(readParameter, () => new Date()),
  tell: newsClient(environment.TRACKERS_FUNCTION),
  note: (message: string, fields: Record<string, unknown>) => log.info(message, fields),
};

export async function handler(event: unknown): Promise<HookAnswer> {
  return receiveDelivery(parseMessage(HookRequest, event), ports);
}
