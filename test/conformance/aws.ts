import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { writeRulesTemplates } from '#test/conformance/config-rules/write-rules-templates.ts';
import { compareMatchers } from '#test/conformance/event-ruler/compare-matchers.ts';
import { fetchEventRuler } from '#test/conformance/event-ruler/event-ruler.ts';
import { lintTemplates } from '#test/conformance/lint-templates.ts';
import { startHub } from '#test/conformance/mini-stack/deployed-hub.ts';
import { playScenario } from '#test/conformance/mini-stack/play-scenario.ts';
import { startMoto } from '#test/conformance/moto/moto.ts';
import { CREDENTIALS } from '#test/conformance/moto/moto-member.ts';
import { makeOrganization } from '#test/conformance/moto/moto-organization.ts';
import { playAdvisorQuestions } from '#test/conformance/moto/play-advisor-questions.ts';
import { playConfigRules } from '#test/conformance/moto/play-config-rules.ts';
import { playCostExplorer } from '#test/conformance/moto/play-cost-explorer.ts';
import { playDirectory } from '#test/conformance/moto/play-directory.ts';
import { playMembers } from '#test/conformance/moto/play-members.ts';
import { playQuestions } from '#test/conformance/moto/play-questions.ts';
import { playReportBucket } from '#test/conformance/moto/play-report-bucket.ts';
import { playSecrets } from '#test/conformance/moto/play-secrets.ts';
import { playTagPolicies } from '#test/conformance/moto/play-tag-policies.ts';
import { withEnvironment } from '#test/conformance/moto/with-environment.ts';
import { openWorkbook } from '#test/conformance/open-workbook.ts';
import { installPythonPrograms } from '#test/conformance/python-programs.ts';
import { synthesizeAssembly } from '#test/conformance/synthesize-assembly.ts';
import { createTally, type Tally } from '#test/conformance/tally.ts';

// npm run conformance:aws [-- FOLDER]: the synthesized hub against counterparts that others wrote. With a
// folder of samples (or SAMPLES_DIR) its events join the vectors that event-ruler and our matcher decide on.

const MEMBERS = ['payments', 'shop', 'search'];
const samples = process.argv[2] ?? process.env['SAMPLES_DIR'];
const tally = createTally();
const assembly = await synthesizeAssembly('aws');

const programs = await fetched(
  installPythonPrograms,
  'PyPI',
  ['cfn-lint', 'MiniStack', 'moto', 'openpyxl'],
  tally,
);
if (programs) await lintTemplates(programs, assembly, tally);
const rulesTemplates = await writeRulesTemplates();
if (programs) await lintTemplates(programs, rulesTemplates, tally);
if (programs) await openWorkbook(programs, tally);

const ask = await fetched(fetchEventRuler, 'Maven', ['event-ruler'], tally);
if (ask) await compareMatchers(ask, assembly, samples, tally);

if (programs) await playMoto(programs);
if (programs) await deployAndPlay(programs);
process.exitCode = tally.close();

async function deployAndPlay(installed: string): Promise<void> {
  console.log('MiniStack: it does not forward events from one account to another');
  console.log('MiniStack: it has no AWS Health; mini-stack.py lets the script play it');
  console.log('MiniStack: it has no Cost Explorer; the functions reach that of the embedded cloud');
  try {
    const hub = await startHub(installed, assembly);
    console.log(`MiniStack: of the template it does not know ${hub.leftOut.join(', ')}, which are left out`);
    await playScenario(hub, tally);
    await hub.stop();
  } catch (error) {
    tally.failed(`MiniStack: ${String(error)}`);
  }
}

async function playMoto(installed: string): Promise<void> {
  try {
    await playQuestions(installed, tally);
    await playAdvisorQuestions(installed, tally);
    const moto = await startMoto(installed);
    try {
      const client = { endpoint: moto.url, region: 'us-east-1', credentials: CREDENTIALS };
      const organization = await makeOrganization(new OrganizationsClient(client), MEMBERS);
      await playMembers(moto.url, assembly, organization, tally);
      await playDirectory(client, organization, tally);
      await playConfigRules({ url: moto.url, programs: installed, templates: rulesTemplates }, tally);
      await playTagPolicies(client, organization, tally);
      await playSecrets(moto.url, tally);
      await withEnvironment(asFunctions(moto.url), async () => {
        await playCostExplorer(moto.url, installed, tally);
        await playReportBucket(moto.url, tally);
      });
    } finally {
      await moto.stop();
    }
  } catch (error) {
    tally.failed(`moto: ${String(error)}`);
  }
}

/** What adapters of functions find in their environment. */
function asFunctions(url: string): Record<string, string | undefined> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
  };
}

async function fetched<Counterpart>(
  fetch: () => Promise<Counterpart>,
  registry: string,
  names: string[],
  { missing }: Tally,
): Promise<Counterpart | undefined> {
  try {
    return await fetch();
  } catch (error) {
    console.log(String(error));
    for (const name of names) missing(registry, name);
    return undefined;
  }
}
