import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { Hit } from '#lambdas/runtime/redact/detector.ts';

/**
 * The vendors of secretlint's preset. Not its rules for AWS, whose allow-list lets examples through and whose key needs a
 * label; nor keys, passwords and connection strings, which we take out more widely; nor its comments, by which the author
 * of a text could turn all of it off. SendGrid's pattern looks back over 128 characters again and again.
 */
const VENDORS =
  /-(?:npm|slack|shopify|github|gitlab|grafana|openai|anthropic|groq|huggingface|linear|notion|1password|hashicorp-vault|vercel|databricks|docker|figma)$/;

/**
 * What the rules find. They are called directly: the core keeps a mark of each call for ever and searches all of them at
 * the next. Their patterns take a Japanese letter before a token for a part of it, so all but ASCII is blank to them.
 */
export async function secretlintHits(view: string): Promise<Hit[]> {
  const hits: Hit[] = [];
  const content = view.replaceAll(/[\u0080-\uffff]/g, ' ');
  for (const rule of rules.filter(({ meta }) => VENDORS.test(meta.id))) {
    const vendor = /-rule-(.+)$/.exec(rule.meta.id)?.[1] ?? '';
    const context = {
      sharedOptions: {},
      createTranslator: () => () => ({ message: '', messageId: '' }),
      ignore: () => undefined,
      report: ({ range: [start, end] }: { range: readonly [number, number] }) =>
        hits.push({ start, end, mark: `${vendor} token` }),
    };
    // Of an .npmrc: its rule looks at no other file.
    const source = { content, contentType: 'text', filePath: '.npmrc', ext: '', hasBOM: false };
    await rule.create(context as never, {}).file?.(source as never);
  }
  return hits.map((hit) => ({ ...hit, end: endOfWord(content, hit.end) }));
}

/** A rule may end before the token does: that for `.npmrc` counts from the label. */
function endOfWord(content: string, end: number): number {
  const rest = /[\w+/=.~-]*/y;
  rest.lastIndex = end;
  return end + (rest.exec(content)?.[0].length ?? 0);
}
