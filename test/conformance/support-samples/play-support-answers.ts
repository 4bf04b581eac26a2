import { type CaseDetails, DescribeCasesCommand, SupportClient } from '@aws-sdk/client-support';
import { openCase, setStatus } from '#local/counterparts/organization/change-cases.ts';
import { CASE_ANSWERS } from '#local/counterparts/organization/support-cases/answer-shapes.ts';
import { problemsOf } from '#local/counterparts/organization/support-cases/shape.ts';
import { jsonIn } from '#test/conformance/support-samples/compare-support-models.ts';
import type { Tally } from '#test/conformance/tally.ts';
import { MEMBER, servedWorld } from '#test/local/counterparts/organization/served-world.ts';

/** What is no answer of AWS, and why. */
const NO_ANSWERS: Record<string, string> = {
  'describe-cases.internal-export-shape.json': 'an export of somebody',
  'describe-attachment.json': 'its data is a word in place of base64',
};

type Answer = { cases?: (CaseDetails & { _communicationCount?: number })[] };

/** Every answer of AWS Support: of the shape of our table, and its cases come out of the counterpart as they went in. */
export async function playSupportAnswers(folder: string, tally: Tally): Promise<void> {
  for (const { name, json } of jsonIn(folder)) {
    const problems = [...problemsOfShape(name, json), ...(await problemsOfCases(json as Answer))];
    const remark = NO_ANSWERS[name] ? ` (${NO_ANSWERS[name]})` : '';
    if (problems.length === 0) tally.passed(`support/api/${name} → as AWS answers${remark}`);
    else tally.failed(`support/api/${name}\n  ${problems.join('\n  ')}`);
  }
}

function problemsOfShape(file: string, json: unknown): string[] {
  if (file in NO_ANSWERS) return [];
  const operation = file
    .replace('.json', '')
    .replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const shape = Object.entries(CASE_ANSWERS).find(([name]) => name === operation)?.[1];
  return shape ? problemsOf(shape, json) : [`there is no operation ${operation}`];
}

async function problemsOfCases({ cases = [] }: Answer): Promise<string[]> {
  const served = await servedWorld();
  try {
    const client = served.clientOf(SupportClient, { account: MEMBER, region: 'us-east-1' });
    const problems: string[] = [];
    for (const one of cases) {
      const { displayId = '', caseId = '', subject = '' } = one;
      // Samples are older than AWS keeps cases.
      const { opened } = openCase(
        served.world.support,
        {
          account: MEMBER,
          displayId,
          caseIds: [caseId],
          subject,
          body: 'x',
          serviceCode: one.serviceCode ?? '',
          categoryCode: one.categoryCode ?? '',
          severityCode: one.severityCode ?? '',
          submittedBy: one.submittedBy ?? '',
          ...(one.language ? { language: one.language } : {}),
        },
        served.clock.now() - 1000,
      );
      setStatus(opened, one.status ?? '', served.clock.now() - 500);
      const input = { displayId, includeResolvedCases: true, includeCommunications: false };
      const [shown] = (await client.send(new DescribeCasesCommand(input))).cases ?? [];
      const { timeCreated: _, recentCommunications: __, _communicationCount: ___, ...said } = one;
      for (const [field, value] of Object.entries(said))
        if (JSON.stringify(shown?.[field as keyof CaseDetails]) !== JSON.stringify(value))
          problems.push(`${field} of a case came out otherwise`);
    }
    return problems;
  } finally {
    await served.close();
  }
}
