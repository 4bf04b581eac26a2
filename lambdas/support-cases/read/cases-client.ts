import { DescribeCasesCommand, type DescribeCasesCommandInput } from '@aws-sdk/client-support';
import type { Ask, Warn } from '#lambdas/support-cases/read/ask.ts';
import { withinSpan } from '#lambdas/support-cases/read/asked-span.ts';
import type { CaseApi, CaseQuestion, ReadCase } from '#lambdas/support-cases/read/case-api.ts';
import { isUnknownCase } from '#lambdas/support-cases/read/support-errors.ts';
import { toReadCase } from '#lambdas/support-cases/read/to-read-case.ts';
import { tokenPages } from '#lambdas/support-cases/read/token-pages.ts';

type Ports = { ask: Ask; warn: Warn; now: () => Date };

/** Cases with their newest messages, page by page. One that cannot be read costs no other. */
export function casesClient({ ask, warn, now }: Ports): CaseApi['cases'] {
  return async function* (question) {
    const input = inputOf(question);
    // A case that is closed while the list is read moves those behind it.
    const shown = new Set<string>();
    const isNew = ({ displayId, caseId }: ReadCase) => {
      const key = `${displayId} ${caseId}`;
      return !shown.has(key) && shown.add(key);
    };
    try {
      const pages = tokenPages((nextToken) =>
        ask((client) => client.send(new DescribeCasesCommand({ ...input, nextToken }))),
      );
      for await (const { cases } of pages) {
        const page = withinSpan(readCases(cases, warn), question, now()).filter(isNew);
        if (page.length > 0) yield page;
      }
    } catch (error) {
      if (!('displayId' in question) || !isUnknownCase(error)) throw error;
    }
  };
}

/**
 * Without a language AWS lists cases of all of them; with `en` it hides the Japanese ones. Resolved cases are found by their
 * display id only where they are asked for.
 */
function inputOf(question: CaseQuestion): DescribeCasesCommandInput {
  const always = { includeCommunications: true, maxResults: 100 };
  if ('displayId' in question)
    return { displayId: question.displayId, includeResolvedCases: true, ...always };
  const { includeResolved: includeResolvedCases, createdAfter, createdBefore } = question;
  return {
    includeResolvedCases,
    ...(createdAfter === undefined ? {} : { afterTime: createdAfter }),
    ...(createdBefore === undefined ? {} : { beforeTime: createdBefore }),
    ...always,
  };
}

function readCases(cases: unknown, warn: Warn): ReadCase[] {
  const given = Array.isArray(cases) ? cases : [];
  const answers = given.map(toReadCase);
  const nameless = answers.filter((answer) => answer === undefined).length;
  if (nameless > 0) warn('Cases without an id or a time were left out', { cases: nameless });
  return answers.flatMap((answer) => {
    if (answer === undefined) return [];
    const { displayId } = answer.read;
    if (answer.lost > 0) warn('Messages without a time were left out', { displayId, messages: answer.lost });
    return [answer.read];
  });
}
