import { expect, test } from 'vitest';
import { whyNoReports } from '#bin/commands/reports/why-no-reports.ts';

const region = 'eu-north-1';

test('a deployment without reports names the block of the settings that makes them', () => {
  expect(whyNoReports('ReeveHub', 'tags', { isDeployed: true, region })).toBe(
    'ReeveHub in eu-north-1 has no reports of tags: npx cdk deploy ReeveHub makes what reeve.config.ts says of tags.',
  );
});

test('without a deployment the name and the Region are asked about, whatever the reports', () => {
  const [costs, tags] = (['costs', 'tags'] as const).map((block) =>
    whyNoReports('Elsewhere', block, { isDeployed: false, region }),
  );

  expect(costs).toBe(
    'There is no stack Elsewhere in eu-north-1: is it named otherwise (--stack), or elsewhere (AWS_REGION)?',
  );
  expect(tags).toBe(costs);
});
