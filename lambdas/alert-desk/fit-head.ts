import { type Content, HEAD_LIMIT_BYTES, type Head, type View } from '#lambdas/contracts/ledger.ts';

/** Room for the attributes that stand beside the body. */
const BODY_LIMIT_BYTES = HEAD_LIMIT_BYTES - 1024;

/**
 * A head within its limit. Names give way first (counts never do), evenly in all views; then the oldest
 * lines of the history; then the end of the summary.
 */
export function fitHead(head: Head): Head {
  let fitted = sampled(head, head.sampleSize);
  while (sizeOf(fitted) > BODY_LIMIT_BYTES) {
    if (fitted.sampleSize > 0) fitted = sampled(fitted, Math.floor(fitted.sampleSize / 2));
    else if (fitted.entries.length > 0) fitted = { ...fitted, entries: fitted.entries.slice(1) };
    else if (hasSummary(fitted)) fitted = withShorterSummary(fitted);
    else throw new Error(`Alert has too many channels for its head row: ${Object.keys(head.views).length}`);
  }
  return fitted;
}

function hasSummary({ content, unspoken }: Head): boolean {
  return content.summary !== '' || (unspoken !== undefined && unspoken.summary !== '');
}

function withShorterSummary(head: Head): Head {
  const half = (content: Content): Content => ({
    ...content,
    summary: content.summary.slice(0, Math.floor(content.summary.length / 2)).toWellFormed(),
  });
  const { unspoken, content, ...rest } = head;
  return { ...rest, content: half(content), ...(unspoken ? { unspoken: half(unspoken) } : {}) };
}

function sampled(head: Head, sampleSize: number): Head {
  const cut = (view: View): View => ({
    ...view,
    accountSample: view.accountSample.slice(0, sampleSize),
    resourceSample: view.resourceSample.slice(0, sampleSize),
  });
  const views = Object.fromEntries(Object.entries(head.views).map(([channel, view]) => [channel, cut(view)]));
  return { ...head, sampleSize, views };
}

function sizeOf(head: Head): number {
  return Buffer.byteLength(JSON.stringify(head));
}
