import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { lookName } from '#lambdas/required-tags/look.ts';
import { resourceLooks } from '#lambdas/required-tags/look-client.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import { aResource } from '#test/local/counterparts/organization/a-resource.ts';
import {
  HOME,
  HUB,
  MEMBER,
  type ServedWorld,
  servedWorld,
} from '#test/local/counterparts/organization/served-world.ts';
import { someNews } from '#test/required-tags/an-evaluation.ts';

const reader = { roleName: 'reeve-reader', externalId: 'reeve/ReeveHub' };
const report = vi.fn<Parameters<typeof resourceLooks>[1]>();
let served: ServedWorld;
/** Accounts whose role is not there. */
let refusing: string[] = [];

beforeAll(async () => {
  served = await servedWorld({
    mayAssume: (_caller, roleArn) => !refusing.some((account) => roleArn.includes(account)),
  });
  vi.stubEnv('AWS_ENDPOINT_URL', served.url);
  vi.stubEnv('AWS_REGION', HOME);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAREEVE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
beforeEach(() => {
  refusing = [];
  served.faults.clear();
  report.mockReset();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await served.close();
});

function newsOf({ account, region, type, id }: WorldResource): TagNews {
  return someNews({ account, region, askedIn: region, type, id });
}

async function look(...resources: WorldResource[]) {
  served.world.resources = resources;
  const news = resources.map(newsOf);
  const looks = await resourceLooks(reader, report)(news);
  return news.map((one) => looks.get(lookName(one)));
}

test('a resource is seen with its name, its age, its tags and what tells who made it', async () => {
  const [found] = await look(
    aResource('data', {
      tags: { Owner: 'shop' },
      createdAt: Date.parse('2026-11-01T00:00:00Z'),
      configuration: { requesterManaged: true },
    }),
  );
  expect(found).toMatchObject({
    status: 'found',
    resource: {
      tags: { Owner: 'shop' },
      createdAt: Date.parse('2026-11-01T00:00:00Z'),
      configuration: { requesterManaged: true },
    },
  });
});

test('the tags of this minute count before those that AWS Config recorded', async () => {
  const [found] = await look(
    aResource('late', { tags: { Owner: 'shop' }, seen: { tags: {}, changedAt: 0 } }),
  );
  expect(found).toMatchObject({ resource: { tags: { Owner: 'shop' } } });
});

test('a type whose tags AWS Config does not record is read from its service (cloud-custodian#11060)', async () => {
  const [found] = await look(aResource('hidden', { tags: { Owner: 'shop' }, hasUnrecordedTags: true }));
  expect(found).toMatchObject({ resource: { tags: { Owner: 'shop' } } });
});

test('what the tagging API does not know was never tagged (cloud-custodian#10063)', async () => {
  expect(await look(aResource('never'))).toMatchObject([{ status: 'found', resource: { tags: {} } }]);
});

test('what is deleted, or was never recorded, is gone', async () => {
  const looks = await look(aResource('gone', { deletedAt: 1 }), aResource('unseen', { isUnrecorded: true }));
  expect(looks).toEqual([{ status: 'gone' }, { status: 'gone' }]);
});

test('many resources of several accounts are looked at together, over pages', async () => {
  const all = Array.from({ length: 250 }, (_, index) =>
    aResource(`v${index}`, {
      account: index % 2 === 0 ? MEMBER : HUB,
      tags: index % 3 === 0 ? { Owner: `o${index}` } : {},
    }),
  );
  const looks = await look(...all);
  for (const [index, found] of looks.entries()) {
    expect(found).toMatchObject({ resource: { tags: index % 3 === 0 ? { Owner: `o${index}` } : {} } });
  }
});

describe('what cannot be asked', () => {
  test('in one account leaves the others as they are', async () => {
    refusing = [HUB];
    const looks = await look(aResource('mine'), aResource('other', { account: HUB }));
    expect(looks).toMatchObject([{ status: 'found' }, undefined]);
    expect(report).toHaveBeenCalledExactlyOnceWith(
      'Resources could not be looked at',
      { account: HUB, region: HOME },
      expect.objectContaining({ name: 'AccessDenied' }),
    );
  });

  test('since a right is missing is reported, and no error (DataChefHQ/aws-data-landing-zone)', async () => {
    served.faults.deny('config:SelectResourceConfig');
    expect(await look(aResource('mine'))).toEqual([undefined]);
    expect(report).toHaveBeenCalledOnce();
  });

  test('of the tagging API leaves what AWS Config recorded', async () => {
    served.faults.deny('tag:GetResources');
    expect(await look(aResource('mine', { tags: { Owner: 'shop' } }))).toMatchObject([
      { resource: { tags: { Owner: 'shop' } } },
    ]);
    expect(report).toHaveBeenCalledWith('Tags could not be read anew', expect.anything(), expect.anything());
  });

  test('for a moment only is asked again', async () => {
    served.faults.throttle('config:SelectResourceConfig', { times: 2 });
    served.faults.throttle('tag:GetResources', { times: 2 });
    expect(await look(aResource('mine'))).toMatchObject([{ status: 'found' }]);
    expect(report).not.toHaveBeenCalled();
  });
});

test('credentials that have run out are renewed in a function that is still warm (DataChefHQ/aws-data-landing-zone)', async () => {
  served.world.resources = [aResource('mine')];
  const [resource] = served.world.resources;
  if (!resource) throw new Error('no resource');
  const looks = resourceLooks(reader, report);
  await looks([newsOf(resource)]);
  vi.useFakeTimers({ now: Date.now() + 2 * 3_600_000, toFake: ['Date'] });
  try {
    served.clock.advance(2 * 3_600_000);
    const again = await looks([newsOf(resource)]);
    expect([...again.values()]).toMatchObject([{ status: 'found' }]);
  } finally {
    vi.useRealTimers();
  }
});
