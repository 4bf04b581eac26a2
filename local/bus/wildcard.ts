import { InvalidPattern } from './invalid-pattern.ts';

/** Whether a text fits a wildcard expression: `*` stands for anything, `\*` and `\\` for themselves. */
export function wildcardFilter(expression: string): (text: string) => boolean {
  if (!/^(?:[^*\\]|\\[*\\]|\*(?!\*))*$/su.test(expression)) {
    throw new InvalidPattern(
      `"${expression}" has two wildcards in a row or escapes something else than * or \\`,
    );
  }
  const source = expression.replaceAll(/\\[*\\]|\*|[.+?^${}()|[\]/-]/gu, (token) => {
    if (token === '*') return '.*';
    return token.startsWith('\\') ? token : `\\${token}`;
  });
  const whole = new RegExp(`^${source}$`, 's');
  return (text) => whole.test(text);
}
