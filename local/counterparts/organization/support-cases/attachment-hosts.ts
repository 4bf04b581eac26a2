import type { Clock } from '#local/clock.ts';
import type { EgressAnswer, EgressHandler } from '#local/proxy/egress-gateway.ts';
import type { World } from '../world.ts';
import type { WorldSupport } from '../world-cases.ts';
import { attachmentHost, openLink, SUPPORT_REGIONS } from './attachment-link.ts';
import { contentOf } from './attachment-operations.ts';
import { takePart } from './upload-operations.ts';

type Settings = { world: Pick<World, 'support'>; clock: Pick<Clock, 'now'> };

/** The hosts that presigned links to files of cases lead to. */
export function attachmentHosts({ world, clock }: Settings): Record<string, EgressHandler> {
  const download: EgressHandler = async ({ method, path }) => {
    const opened = openLink('download', path, clock.now());
    if (opened === undefined || method !== 'GET') return DENIED;
    return downloadOf(world.support, opened);
  };
  const upload: EgressHandler = async ({ method, path, body }) => {
    const opened = openLink('upload', path, clock.now());
    if (opened === undefined || method !== 'PUT') return DENIED;
    return uploadOf(world.support, opened, body);
  };
  return Object.fromEntries(
    SUPPORT_REGIONS.flatMap((region) => [
      [attachmentHost('download', region), download],
      [attachmentHost('upload', region), upload],
    ]),
  );
}

function downloadOf({ cases }: WorldSupport, path: string): EgressAnswer {
  const [account, id = ''] = path.split('/');
  const found = cases
    .filter((one) => one.account === account)
    .flatMap(({ communications }) => communications)
    .flatMap(({ attachments }) => attachments)
    .find((attachment) => attachment.id === decodeURIComponent(id));
  if (!found) return refusal(404, 'NoSuchKey');
  const headers = { 'content-type': 'application/octet-stream' };
  return { status: 200, headers, body: contentOf(found) };
}

function uploadOf({ uploads }: WorldSupport, path: string, body: Buffer): EgressAnswer {
  const [id = '', index] = path.split('/');
  const found = uploads[id];
  if (!found) return refusal(404, 'NoSuchUpload');
  return { status: 200, headers: { etag: takePart(found, Number(index), body) }, body: '' };
}

function refusal(status: number, code: string): EgressAnswer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

const DENIED = refusal(403, 'AccessDenied');
