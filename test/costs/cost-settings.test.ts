import { describe, expect, test } from 'vitest';
import { costSettingsOf } from '#lib/costs/cost-settings.ts';
import { anOrganization, HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { someSettings } from '#test/stacks/some-settings.ts';

test('without a block there are no cost reports', () => {
  expect(costSettingsOf(someSettings())).toBeUndefined();
});

describe('an Organization', () => {
  test('is asked through the role of its management account', () => {
    expect(costSettingsOf(anOrganization({ costs: {} }), 'ReeveTrial')).toMatchObject({
      view: 'organization',
      payer: MANAGEMENT_ACCOUNT,
      readerRole: {
        arn: `arn:aws:iam::${MANAGEMENT_ACCOUNT}:role/reeve-cost-reader`,
        externalId: 'reeve/ReeveTrial',
      },
    });
  });

  test('may leave it at the costs of the hub account, without that role', () => {
    const settings = costSettingsOf(anOrganization({ costs: { view: 'account' } }));

    expect(settings).toMatchObject({ view: 'account', payer: HUB_ACCOUNT });
    expect(settings).not.toHaveProperty('readerRole');
  });

  test('needs no role where an export is read instead', () => {
    const focus = { bucket: 'town-exports', prefix: 'focus/daily' };
    const settings = costSettingsOf(anOrganization({ costs: { focus } }));

    expect(settings).toMatchObject({ view: 'organization', focus });
    expect(settings).not.toHaveProperty('readerRole');
  });
});

test('a lone account whose id is not known asks for its own costs', () => {
  const settings = costSettingsOf(someSettings({ costs: {} }));

  expect(settings?.view).toBe('account');
  expect(settings).not.toHaveProperty('payer');
});

test('what costs a further request is chosen, never there by itself', () => {
  const reports = costSettingsOf(someSettings({ costs: {} }))?.reports;

  expect(reports).toHaveLength(12);
  expect(reports).not.toContain('accounts-by-service');
  expect(reports).not.toContain('comparison-drivers');
  expect(reports).not.toContain('tags');
});

test('tags and cost categories have their reports as soon as a key is named', () => {
  const settings = costSettingsOf(someSettings({ costs: { tags: ['team'], costCategories: ['unit'] } }));

  expect(settings?.reports).toEqual(expect.arrayContaining(['tags', 'cost-categories']));
});

test('data of several years makes the first run ask for 38 months, else for 13', () => {
  const monthsOf = (costs: object) => costSettingsOf(someSettings({ costs }))?.historyMonths;

  expect(monthsOf({})).toBe(13);
  expect(monthsOf({ severalYears: true })).toBe(38);
});

describe('a setting that cannot be is refused with the way out', () => {
  test.each([
    [{ reports: ['tags'] }, /costs\.reports\.0: must be one of total, services/],
    [{ reports: [] }, /costs\.reports: must name at least one/],
    [{ tags: ['team', 'team'] }, /costs\.tags: must name each one once/],
    [{ caps: { run: 0 } }, /costs\.caps\.run: must be 1 at least/],
    [{ closeDay: 31 }, /costs\.closeDay: must be 28 at most/],
    [{ closeDay: 1 }, /costs\.closeDay: must be 2 at least/],
    [{ dailyAt: 24 }, /costs\.dailyAt: must be 23 at most/],
    [{ basis: 'blended' }, /costs\.basis: must be one of unblended/],
    [{ focus: { bucket: 'Town', prefix: 'focus' } }, /costs\.focus\.bucket: must be the name of a bucket/],
    [{ focus: { bucket: 'town', prefix: '/focus/' } }, /costs\.focus\.prefix: must neither begin nor end/],
    [{ view: 'organization' }, /costs\.view: needs an organization/],
    [{ dailly: 4 }, /costs: there is no "dailly" here/],
  ])('%j', (costs, message) => {
    expect(() => someSettings({ costs } as object)).toThrow(message);
  });
});
