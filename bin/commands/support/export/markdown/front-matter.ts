/** What YAML takes for the end of a line, or does not take at all. https://yaml.org/spec/1.2.2/#51-character-set */
const UNWRITABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** YAML between two lines of dashes. Texts are quoted always, so that `0012`, `no` and `2026-11-23` stay texts. */
export function frontMatter(fields: Record<string, string | number | undefined>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${typeof value === 'number' ? value : quoted(value)}`],
  );
  return ['---', ...lines, '---', ''].join('\n');
}

function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll(
    UNWRITABLE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
