import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allChecks } from '#bin/commands/doctor/all-checks.ts';
import settings from '#config';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { aDeployment, type Deployment } from '#test/commands/doctor/a-deployment.ts';
import { runReeve } from '#test/commands/run-reeve.ts';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await aDeployment({ world: makeWorld({ settings }), settings });
});
afterAll(() => deployment.close());

const doctor = (...words: string[]) => runReeve(['doctor', ...words], deployment.environmentOf());

describe('reeve doctor', () => {
  test('prints what it was asked for, and ends well', async () => {
    const { code, stdout, stderr } = await doctor('--only', 'trail,bootstrap');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'Hub',
        "  ✓ ok        bootstrap                 CDK's bootstrap is version 33 (222233334444, eu-central-1)",
        '',
        'Organization',
        '  ✓ ok        trail                     The trail trail records management events',
        '',
        '2 ok, 0 warnings, 0 failed, 0 not seen, 0 skipped\n',
      ].join('\n'),
    );
  });

  test('ends with 1 where something is broken, and gives programs all of it', async () => {
    const { code, stdout, stderr } = await doctor('--json', '--only', 'secrets');
    const { counts, findings, identity } = JSON.parse(stdout) as Record<string, unknown>;

    expect(code).toBe(1);
    expect(stderr).toContain('Not all is well');
    expect(identity).toMatchObject({ account: '222233334444' });
    expect(counts).toMatchObject({ ok: 1, failed: 5 });
    expect(findings).toContainEqual({
      check: 'secrets',
      verdict: 'failed',
      text: 'security: there is no secret /ReeveHub/channels/security',
      mend: 'npm run reeve -- secret set security',
    });
  });

  test('goes on to the next check where one account answers nothing, and tells of the way on stderr', async () => {
    const end = deployment.faults.deny('sts:AssumeRole', {
      when: ({ body }) => body.includes('reeve-reader'),
    });
    const { code, stdout, stderr } = await doctor('--only', 'support-plans,cost-explorer');
    end();

    expect(code).toBe(1);
    expect(stdout).toContain('? not seen  support-plans');
    expect(stdout).toContain('→ npx cdk deploy ReeveMembers');
    expect(stdout).toContain('✓ ok        cost-explorer');
    expect(stderr).toMatch(/^Listing the accounts …\nsupport plans: \d+ accounts …\n/);
  });

  test('never prints a secret', async () => {
    deployment.parameters.set('/ReeveHub/channels/security', 'xoxp-very-private');
    const { stdout, stderr } = await doctor('--only', 'secrets', '--json');

    expect(stdout).toContain('has not the form');
    expect(stdout + stderr).not.toMatch(/xox[bp]-[a-z]/);
  });

  test('refuses a check that is not there, and lists those that are', async () => {
    const { code, stderr } = await doctor('--only', 'trial');

    expect(code).toBe(2);
    expect(stderr).toContain('--only names no check: trial. There are tools, identity, bootstrap');
  });

  test('its help names every check with the actions that it calls', async () => {
    const { code, stdout } = await doctor('--help');

    expect(code).toBe(0);
    for (const { name, actions } of allChecks) {
      expect(stdout).toMatch(new RegExp(`\n  ${name} +[A-Z]`));
      for (const action of actions) expect(stdout).toContain(action);
    }
  });

  test('without credentials says so, and no more', async () => {
    const { AWS_ENDPOINT_URL } = deployment.environmentOf();
    const { code, stderr } = await runReeve(['doctor'], { AWS_ENDPOINT_URL });

    expect(code).toBe(1);
    expect(stderr).toBe('There are no AWS credentials: sign in, and name the profile (AWS_PROFILE=…).\n');
  });
});
