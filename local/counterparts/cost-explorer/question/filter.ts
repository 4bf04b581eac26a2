import type { Purpose } from '../ledger/charge.ts';
import { invalid } from '../refusals.ts';
import { DIMENSIONS, tagOf } from './dimension.ts';
import { readMatch } from './match-values.ts';
import type { Input, Question } from './question.ts';

export type Filter = (purpose: Purpose) => boolean;

const ROOTS = ['And', 'Or', 'Not', 'Dimensions', 'Tags', 'CostCategories'];

/** The charges that a question is about: its filter's, and of a member its own. */
export function readFilter(question: Question): Filter {
  const { account, input } = question;
  const filter = input['Filter'] === undefined ? () => true : toFilter(input['Filter'], question);
  return (purpose) => (account === undefined || purpose.account === account) && filter(purpose);
}

function toFilter(expression: unknown, question: Question): Filter {
  const [root, operand] = rootOf(expression);
  switch (root) {
    case 'And': {
      const filters = operandsOf(root, operand, question);
      return (purpose) => filters.every((filter) => filter(purpose));
    }
    case 'Or': {
      const filters = operandsOf(root, operand, question);
      return (purpose) => filters.some((filter) => filter(purpose));
    }
    case 'Not': {
      const filter = toFilter(operand, question);
      return (purpose) => !filter(purpose);
    }
    default:
      return toLeaf(root, operand as Input, question);
  }
}

function rootOf(expression: unknown): [string, unknown] {
  const roots = Object.entries((expression ?? {}) as Input).filter(([, operand]) => operand !== undefined);
  const [root] = roots;
  const allowed = ROOTS.join(', ');
  if (!root) throw invalid(`Expression has no root. One is required of ${allowed}`);
  if (roots.length > 1) {
    throw invalid(
      `Expression has more than one roots. Only one root operator is allowed for each expression: ${allowed}`,
    );
  }
  if (!ROOTS.includes(root[0])) throw invalid(`Expression has an unknown root: ${root[0]}`);
  return root;
}

function operandsOf(root: string, operands: unknown, question: Question): Filter[] {
  if (!Array.isArray(operands) || operands.length < 2) {
    throw invalid(`${root} expression must have at least 2 operands`);
  }
  return operands.map((operand) => toFilter(operand, question));
}

function toLeaf(root: string, operand: Input, question: Question): Filter {
  const { Key: key } = operand;
  if (typeof key !== 'string' || !key) throw invalid(`${root} lacks a Key`);
  const matches = readMatch(operand, root !== 'Dimensions');
  if (root === 'Tags') return (purpose) => matches(tagOf(purpose, key, question));
  if (root === 'CostCategories') return ({ costCategories }) => matches(costCategories[key] ?? '');
  const dimension = DIMENSIONS[key];
  if (!dimension) throw invalid(`Dimension is invalid: ${key}`);
  return (purpose) => matches(dimension.of(purpose, question));
}
