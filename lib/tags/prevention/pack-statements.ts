import { charactersOf, type ScpDocument, type ScpStatement } from '#lib/tags/prevention/scp-statement.ts';

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const SCP_CHARACTERS = 5120;
export const SCPS_PER_TARGET = 5;

const documentOf = (statements: ScpStatement[]): ScpDocument => ({
  Version: '2012-10-17',
  Statement: statements,
});

/**
 * As few documents as first fit finds, each within AWS's limit. A statement that is too long for one is cut between its
 * actions; undefined: one action alone is too long.
 */
export function packStatements(statements: ScpStatement[]): ScpDocument[] | undefined {
  const documents: ScpStatement[][] = [];
  for (const statement of statements) {
    const pieces = cut(statement);
    if (!pieces) return undefined;
    for (const piece of pieces) {
      const fitting = documents.find((held) => fits([...held, piece]));
      if (fitting) fitting.push(piece);
      else documents.push([piece]);
    }
  }
  return documents.map(documentOf);
}

function fits(statements: ScpStatement[]): boolean {
  return charactersOf(documentOf(statements)) <= SCP_CHARACTERS;
}

/** Each piece keeps all resources: what may stand together may stand in parts too. */
function cut(statement: ScpStatement): ScpStatement[] | undefined {
  if (fits([statement])) return [statement];
  const half = Math.ceil(statement.Action.length / 2);
  if (half === statement.Action.length) return undefined;
  const [first, second] = [statement.Action.slice(0, half), statement.Action.slice(half)].map((Action) =>
    cut({ ...statement, Action }),
  );
  return first && second && [...first, ...second];
}
