import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { Refusal } from './refusal.ts';

/** Where files of the report bucket are served: below this, by their keys. */
const ROOT = '/reports/';

/** What a tab or an `<img>` may show; everything else is a download. */
const SHOWN = /^(?:text\/html|image\/png)\b/;

/**
 * A report is a stranger's page: its scripts run in an origin of their own, which reaches neither this console nor
 * the network.
 */
const FILE_HEADERS = {
  'content-security-policy':
    "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export type ReportFile = { headers: Record<string, string>; content: Buffer };

/** The file of the report bucket at a path of the console; undefined where the path is no such file's. */
export function reportFileOf({ estate, objects }: Pick<EmbeddedCloud, 'estate' | 'objects'>) {
  return (path: string): ReportFile | undefined => {
    if (!path.startsWith(ROOT)) return undefined;
    const key = decoded(path.slice(ROOT.length));
    const [bucket] = estate.buckets;
    const object = bucket && objects.read(bucket.name, key);
    if (!object) throw new Refusal(404, `There is no report file ${key}`);
    const mediaType = object.headers['content-type'] ?? 'application/octet-stream';
    const disposition = SHOWN.test(mediaType) ? 'inline' : 'attachment';
    return {
      content: object.content,
      headers: {
        ...FILE_HEADERS,
        'content-type': mediaType,
        'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(fileName(key))}`,
      },
    };
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    throw new Refusal(400, `The path is not encoded as it must be: ${String(error)}`);
  }
}

/** `exports/services-monthly/2026-10.csv` is `services-monthly-2026-10.csv` in somebody's folder of downloads. */
function fileName(key: string): string {
  return key.split('/').slice(-2).join('-');
}
