import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allChecks } from '#bin/commands/doctor/all-checks.ts';
import type { Finding } from '#bin/commands/doctor/finding.ts';
import { countVerdicts, isWell } from '#bin/commands/doctor/report/count-verdicts.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { aDeployment, type Deployment } from '#test/commands/doctor/a-deployment.ts';
import { badOf } from '#test/commands/doctor/bad-of.ts';
import { costBreakages } from '#test/commands/doctor/cost-breakages.ts';
import { hubBreakages } from '#test/commands/doctor/hub-breakages.ts';
import { memberBreakages } from '#test/commands/doctor/member-breakages.ts';
import { organizationBreakages } from '#test/commands/doctor/organization-breakages.ts';
import { townSettings } from '#test/commands/doctor/town-settings.ts';
import { actionsOf, writesOf } from '#test/commands/doctor/writes-of.ts';

let deployment: Deployment;
beforeEach(async () => {
  deployment = await aDeployment({ world: makeWorld(), settings: townSettings() });
});
afterEach(() => deployment.close());

/** Even where all is well, until these plans end. */
const isEndOfPlans = ({ text }: Finding) => text.includes('2027-01-01');

describe('a deployment without a fault', () => {
  test('is well, and tells of the end of the old support plans alone', async () => {
    const findings = await deployment.ask();

    expect(badOf(findings).filter((finding) => !isEndOfPlans(finding))).toEqual([]);
    expect(badOf(findings)).toHaveLength(1);
    expect(isWell(countVerdicts(findings))).toBe(true);
    expect([...new Set(findings.map(({ check }) => check))]).toEqual(allChecks.map(({ name }) => name));
  });

  test('is only read, by the actions that the help names', async () => {
    await deployment.ask();
    const { calls } = deployment.proxy;

    expect(writesOf(calls)).toEqual([]);
    const named = [...new Set(allChecks.flatMap(({ actions }) => actions)), 'sts:AssumeRole'].sort();
    expect(named.filter((action) => !actionsOf(calls).includes(action))).toEqual([]);
    expect(actionsOf(calls).filter((action) => !named.includes(action))).toEqual([]);
  });

  test.each(allChecks.map(({ name, actions }) => ({ name, actions })))(
    '$name alone calls what it names, and its accounts',
    async ({ name, actions }) => {
      await deployment.ask(name);
      const known = [...actions, 'sts:GetCallerIdentity', 'sts:AssumeRole'];

      expect(actionsOf(deployment.proxy.calls).filter((action) => !known.includes(action))).toEqual([]);
    },
  );
});

test.each([...hubBreakages, ...organizationBreakages, ...memberBreakages, ...costBreakages])(
  '$what: exactly that is told, with its mend',
  async ({ breakIt, told: { text, mend, ...told } }) => {
    breakIt(deployment);
    const findings = badOf(await deployment.ask()).filter((finding) => !isEndOfPlans(finding));

    expect(findings).toMatchObject([
      {
        verdict: 'failed',
        ...told,
        text: expect.stringContaining(text) as string,
        mend: expect.stringContaining(mend) as string,
      },
    ]);
  },
);
