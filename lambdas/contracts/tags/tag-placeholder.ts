import type { RequiredTag } from '#lambdas/contracts/tags/tag-policy.ts';

const PLACEHOLDER_CHARACTERS = 48;

/** What stands in for a value that somebody has to choose: `<prod|dev>`, `<CC-[0-9]{4}>`, `<cost center>`. */
export function tagPlaceholder({
  key,
  values,
  pattern,
}: Pick<RequiredTag, 'key' | 'values' | 'pattern'>): string {
  const [only, ...others] = values ?? [];
  if (only !== undefined && others.length === 0) return only;
  if (values) return `<${choicesOf(values)}>`;
  if (pattern !== undefined && pattern.length <= PLACEHOLDER_CHARACTERS) return `<${pattern}>`;
  return `<${wordsOf(key)}>`;
}

/** As many as there is room for, but one at least. */
function choicesOf(values: string[]): string {
  const chosen: string[] = [];
  for (const value of values) {
    if (chosen.length > 0 && [...chosen, value].join('|').length > PLACEHOLDER_CHARACTERS) {
      return `${chosen.join('|')}|…`;
    }
    chosen.push(value);
  }
  return chosen.join('|');
}

/** `CostCenter`, `cost-center` and `app:cost_center` in words. */
function wordsOf(key: string): string {
  const words = key.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 ? words.join(' ').toLowerCase() : 'value';
}
