import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { compareMatchers } from '#test/conformance/event-ruler/compare-matchers.ts';
import { fetchEventRuler } from '#test/conformance/event-ruler/event-ruler.ts';
import { lintTemplates } from '#test/conformance/lint-templates.ts';
import { startHub } from '#test/conformance/mini-stack/deployed-hub.ts';
import { playScenario } from '#test/conformance/mini-stack/play-scenario.ts';
import { startMoto } from '#test/conformance/moto/moto.ts';
import { CREDENTIALS } from '#test/conformance/moto/moto-member.ts';
import { makeOrganization } from '#test/conformance/moto/moto-organization.ts';
import { playDirectory } from '#test/conformance/moto/play-directory.ts';
import { playMembers } from '#test/conformance/moto/play-members.ts';
import { playSecrets } from '#test/conformance/moto/play-secrets.ts';
import { installPythonPrograms } from '#test/conformance/python-programs.ts';
import { synthesizeAssembly } from '#test/conformance/synthesize-assembly.ts';
import { createTally, type Tally } from '#test/conformance/tally.ts';

// npm run conformance:aws [-- FOLDER]: the synthesized hub against counterparts that others wrote. With a
// folder of samples (or SAMPLES_DIR) its events join the vectors that event-ruler and our matcher decide on.

const MEMBERS = ['payments', 'shop', 'search'];
const samples = process.argv[2] ?? process.env['SAMPLES_DIR'];
const tally = createTally();
const assembly = await synthesizeAssembly('aws');

const programs = await fetched(installPythonPrograms, 'PyPI', ['cfn-lint', 'MiniStack', 'moto'], tally);
if (programs) await lintTemplates(programs, assembly, tally);

const ask = await fetched(fetchEventRuler, 'Maven', ['event-ruler'], tally);
if (ask) await compareMatchers(ask, assembly, samples, tally);

if (programs) await playOrganization(programs);
if (programs) await deployAndPlay(programs);
process.exitCode = tally.close();

async function deployAndPlay(installed: string): Promise<void> {
  console.log('MiniStack: no resource of the template is left out');
  console.log('MiniStack: it does not forward events from one account to another');
  console.log('MiniStack: it has no AWS Health; mini-stack.py lets the script play it');
  try {
    const hub = await startHub(installed);
    await playScenario(hub, tally);
    await hub.stop();
  } catch (error) {
    tally.failed(`MiniStack: ${String(error)}`);
  }
}

async function playOrganization(installed: string): Promise<void> {
  try {
    const moto = await startMoto(installed);
    try {
      const client = { endpoint: moto.url, region: 'us-east-1', credentials: CREDENTIALS };
      const organization = await makeOrganization(new OrganizationsClient(client), MEMBERS);
      await playMembers(moto.url, assembly, organization, tally);
      await playDirectory(client, organization, tally);
      await playSecrets(moto.url, tally);
    } finally {
      await moto.stop();
    }
  } catch (error) {
    tally.failed(`moto: ${String(error)}`);
  }
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
