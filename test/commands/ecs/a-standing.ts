import type { OpenAlert } from '#bin/commands/ecs/open-alert.ts';
import type { ServiceStanding } from '#bin/commands/ecs/service-standing.ts';
import { aServiceState } from '#test/ecs-inventory/a-service.ts';

export const PAYMENTS = { id: '111122223333', name: 'payments-prod' };

/** A service of the town that stands and about which nothing is open, changed as given. */
export function aStanding(over: Partial<ServiceStanding> = {}): ServiceStanding {
  return { ...aServiceState(), account: PAYMENTS, region: 'eu-west-1', alerts: [], ...over };
}

/** An alert about that service, changed as given. */
export function anOpenAlert(over: Partial<OpenAlert> = {}): OpenAlert {
  return {
    reference: 'KXQRTB',
    title: 'cart: app exits with 1',
    severity: 'error',
    since: '2026-11-22T05:20:00.000Z',
    arn: `arn:aws:ecs:eu-west-1:${PAYMENTS.id}:service/orders/cart`,
    account: PAYMENTS.id,
    region: 'eu-west-1',
    cluster: 'orders',
    ...over,
  };
}
