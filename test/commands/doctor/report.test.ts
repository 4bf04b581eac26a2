import { expect, test } from 'vitest';
import type { Finding, Verdict } from '#bin/commands/doctor/finding.ts';
import { collapseFindings } from '#bin/commands/doctor/report/collapse-findings.ts';
import { countVerdicts, isWell } from '#bin/commands/doctor/report/count-verdicts.ts';
import { describeFindings } from '#bin/commands/doctor/report/describe-findings.ts';
import { describePlaces } from '#bin/commands/doctor/report/describe-places.ts';

const aFinding = (over: Partial<Finding> = {}): Finding => ({
  check: 'recorders',
  verdict: 'ok',
  text: 'Fine',
  ...over,
});
const accounts = (count: number, over: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, index) => aFinding({ account: String(index + 1), ...over }));
const places = (findings: Finding[]) =>
  collapseFindings(findings).map((line) => `${line.text}${describePlaces(line)}`);

test('findings of a kind become one line that names ten accounts', () => {
  const findings = [
    ...accounts(12, { region: 'eu-west-1', verdict: 'failed', text: 'No recorder' }),
    aFinding({ account: '13', region: 'eu-west-1' }),
  ];

  expect(places(findings)).toEqual([
    'No recorder: 12 of 13 accounts in eu-west-1: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more',
    'Fine: 1 of 13 accounts in eu-west-1',
  ]);
});

test('where every account is meant in every Region, the Regions are said once', () => {
  const bad = { verdict: 'failed', text: 'No recorder' } as const;
  const findings = ['eu-west-1', 'eu-north-1'].flatMap((region) => [
    ...accounts(2, { ...bad, region }),
    aFinding({ account: '3', region }),
  ]);

  expect(places(findings)[0]).toBe('No recorder: 2 of 3 accounts in eu-west-1, eu-north-1: 1, 2');
});

test('else each place is named with its Region', () => {
  const bad = { verdict: 'failed', text: 'Silent' } as const;
  const findings = [
    aFinding({ ...bad, account: '1', region: 'eu-west-1' }),
    aFinding({ ...bad, account: '2', region: 'eu-north-1' }),
    aFinding({ account: '2', region: 'eu-west-1' }),
  ];

  expect(places(findings)[0]).toBe('Silent: 2 of 3 accounts and Regions: 1 eu-west-1, 2 eu-north-1');
});

test('the only account of a check is named behind its text', () => {
  expect(places([aFinding({ account: '1', region: 'eu-west-1' })])).toEqual(['Fine (1, eu-west-1)']);
  expect(places([aFinding()])).toEqual(['Fine']);
});

test('what has another way out stays a line of its own', () => {
  const findings = [
    aFinding({ account: '1', verdict: 'unseen', mend: 'a' }),
    aFinding({ account: '2', verdict: 'unseen', mend: 'b' }),
  ];

  expect(collapseFindings(findings)).toHaveLength(2);
});

test('the report stands by areas, with details and the way out below', () => {
  const checks = [
    { name: 'recorders', area: 'Members' as const },
    { name: 'tools', area: 'This machine' as const },
  ];
  const failed = { verdict: 'failed', text: 'No recorder', mend: 'Set it up' } as const;
  const findings = [
    aFinding({ ...failed, account: '1', detail: 'of this one' }),
    aFinding({ account: '2', detail: 'unsaid' }),
    aFinding({ check: 'tools', verdict: 'skipped', text: 'Not needed' }),
  ];

  expect(describeFindings(findings, checks)).toBe(
    [
      'This machine',
      '  - skipped   tools                     Not needed',
      '',
      'Members',
      '  ✗ failed    recorders                 No recorder: 1 of 2 accounts: 1',
      '                                        of this one',
      '                                        → Set it up',
      '  ✓ ok        recorders                 Fine: 1 of 2 accounts',
      '',
      '1 ok, 0 warnings, 1 failed, 0 not seen, 1 skipped',
    ].join('\n'),
  );
});

test.each<[Verdict, boolean]>([
  ['ok', true],
  ['warning', true],
  ['skipped', true],
  ['failed', false],
  ['unseen', false],
])('%s leaves all well: %s', (verdict, expected) => {
  expect(isWell(countVerdicts([aFinding(), aFinding({ verdict })]))).toBe(expected);
});
