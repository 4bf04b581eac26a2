import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASE_ANSWERS } from '#local/counterparts/organization/support-cases/answer-shapes.ts';
import {
  PERMIT_ANSWER,
  PERMIT_QUESTION,
} from '#local/counterparts/organization/support-cases/permit-shapes.ts';
import { CASE_REQUESTS } from '#local/counterparts/organization/support-cases/request-shapes.ts';
import type { Structure } from '#local/counterparts/organization/support-cases/shape.ts';
import { compareShapes } from '#test/conformance/support-samples/compare-shapes.ts';
import { modelShape, type ServiceModel } from '#test/conformance/support-samples/model-shape.ts';
import type { Tally } from '#test/conformance/tally.ts';

type Table = Record<string, { request: Structure; answer: Structure }>;

const TABLES: Record<string, Table> = {
  'support-2013-04-15': Object.fromEntries(
    Object.entries(CASE_REQUESTS).map(([name, request]) => [
      name,
      { request, answer: CASE_ANSWERS[name as keyof typeof CASE_REQUESTS] },
    ]),
  ),
  'supportauthz-2026-06-30': {
    ListSupportPermitRequests: { request: PERMIT_QUESTION, answer: PERMIT_ANSWER },
  },
};

/** The tables by which AWS Support's counterparts refuse and answer, member by member against AWS's service models. */
export function compareSupportModels(folder: string, tally: Tally): void {
  for (const [service, table] of Object.entries(TABLES)) {
    const file = join(folder, `${service}.service-2.json`);
    if (!existsSync(file)) {
      console.log(`skipped: no service model at ${file}`);
      continue;
    }
    const model = JSON.parse(readFileSync(file, 'utf8')) as ServiceModel;
    for (const [name, { request, answer }] of Object.entries(table)) {
      const operation = model.operations[name];
      const problems = operation
        ? [
            ...compareShapes(request, modelShape(model, operation.input.shape), 'request'),
            ...compareShapes(answer, modelShape(model, operation.output.shape), 'answer'),
          ]
        : ['the model has no such operation'];
      if (problems.length === 0) tally.passed(`${service}: ${name} is asked and answered as in the model`);
      else tally.failed(`${service}: ${name}\n  ${problems.join('\n  ')}`);
    }
    // Where AWS adds one, somebody has to decide whether it matters.
    const cases = Object.keys(model.operations).filter((name) => !name.includes('TrustedAdvisor'));
    const missing = cases.filter((name) => !(name in table));
    console.log(`${service}: ${missing.length} operations are not played: ${missing.join(', ') || 'none'}`);
  }
}

/** The JSON files of a folder; none where it is not there. */
export function jsonIn(folder: string): { name: string; json: unknown }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown }));
}
