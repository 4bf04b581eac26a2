import { toResource } from '#local/counterparts/organization/resource-shapes.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import { HOME, MEMBER } from './served-world.ts';

/** A volume of the member in the home Region, unless said otherwise. */
export function aResource(name: string, more: Partial<WorldResource> = {}): WorldResource {
  const changedAt = Date.parse('2026-11-02T10:00:00Z');
  const plan = { account: MEMBER, region: HOME, type: 'AWS::EC2::Volume', createdAt: changedAt, ...more };
  return { changedAt, ...toResource({ ...plan, name }) };
}
