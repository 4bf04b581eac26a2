import { spawn } from 'node:child_process';
import * as z from 'zod/mini';
import type { Compliance } from './compliance.ts';

const Report = z.array(z.object({ name: z.string(), status: z.enum(['PASS', 'FAIL', 'SKIP']) }));

const VERDICTS = { PASS: 'COMPLIANT', FAIL: 'NON_COMPLIANT', SKIP: 'NOT_APPLICABLE' } as const;
/** A process has some megabytes of JSON to read then, and no more. */
const ITEMS_OF_A_PROCESS = 2000;

/** What cfn-guard finds of each of these items, in their order; throws where the policy cannot be read. */
export async function guardVerdicts(binary: string, policy: string, items: object[]): Promise<Compliance[]> {
  const verdicts: Compliance[] = [];
  for (let from = 0; from < items.length; from += ITEMS_OF_A_PROCESS)
    verdicts.push(...(await verdictsOf(binary, policy, items.slice(from, from + ITEMS_OF_A_PROCESS))));
  return verdicts;
}

async function verdictsOf(binary: string, policy: string, items: object[]): Promise<Compliance[]> {
  const data = items.map((item) => JSON.stringify(item));
  const { code, output, problem } = await run(binary, JSON.stringify({ rules: [policy], data }));
  // 0: nothing fails. 19: something does. With 5 the report says SKIP of everything, and means a broken policy.
  if (code !== 0 && code !== 19) throw new Error(`cfn-guard ended with ${code}: ${problem.trim()}`);
  const byName = new Map(Report.parse(JSON.parse(output)).map(({ name, status }) => [name, status]));
  return data.map((_, index) => {
    const status = byName.get(`DATA_STDIN[${index + 1}]`);
    if (!status) throw new Error(`cfn-guard says nothing of item ${index + 1}`);
    return VERDICTS[status];
  });
}

function run(
  binary: string,
  input: string,
): Promise<{ code: number | null; output: string; problem: string }> {
  const options = [
    'validate',
    '--payload',
    '--structured',
    '--output-format',
    'json',
    '--show-summary',
    'none',
  ];
  const child = spawn(binary, options, { stdio: 'pipe' });
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof run>>>();
  const [output, problem]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => output.push(part));
  child.stderr.on('data', (part: Buffer) => problem.push(part));
  child.once('error', reject);
  child.once('close', (code) =>
    resolve({ code, output: Buffer.concat(output).toString(), problem: Buffer.concat(problem).toString() }),
  );
  // It may end without having read everything; what it printed says why.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return promise;
}
