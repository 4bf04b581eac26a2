import { randomBytes } from 'node:crypto';
import type { InternetHandler } from '../internet-request.ts';
import type { Caller } from './channel-call.ts';
import type { Json } from './schema-rule.ts';
import { SlackError } from './slack-error.ts';
import type { Workspace } from './workspace.ts';

type Upload = { id: string; bot: string; filename: string; length: number; alt: string; bytes?: Buffer };

export type FileMethod = (input: Json, caller: Caller) => Json;

/**
 * Slack's way of uploading: a place is asked for, the bytes go there, then the file is shared in a channel or
 * thread. https://docs.slack.dev/reference/methods/files.completeUploadExternal/
 */
export function createFileUploads(workspace: Workspace) {
  const uploads = new Map<string, Upload>();

  const methods: Record<string, FileMethod> = {
    'files.getUploadURLExternal': ({ filename, length, alt_txt: alt = '' }, { bot }) => {
      if (typeof filename !== 'string' || !(Number(length) > 0)) throw new SlackError('invalid_arguments');
      const id = `F0${randomBytes(5).toString('hex').toUpperCase()}`;
      uploads.set(id, { id, bot, filename, length: Number(length), alt: String(alt) });
      return { ok: true, upload_url: `https://files.slack.com/upload/v1/${id}`, file_id: id };
    },

    'files.completeUploadExternal': ({ files, channel_id, thread_ts }, { bot }) => {
      const channel = workspace.channel(channel_id);
      if (channel.botIsMember === false) throw new SlackError('not_in_channel');
      if (channel.archived) throw new SlackError('is_archived');
      const thread = thread_ts === undefined ? undefined : workspace.message(channel.id, thread_ts).ts;
      const shared = readFiles(files).map(({ id, title }) => {
        const upload = uploads.get(id);
        if (!upload?.bytes || upload.bot !== bot) throw new SlackError('file_not_found');
        uploads.delete(id);
        const src = `data:image/png;base64,${upload.bytes.toString('base64')}`;
        return { id, title: title ?? upload.filename, alt: upload.alt, src };
      });
      const message = { bot, text: '', blocks: [], pings: [], files: shared, thread_ts: thread };
      workspace.post(channel.id, message);
      return { ok: true, files: shared.map(({ id, title }) => ({ id, title })) };
    },
  };

  const handler: InternetHandler = async ({ path, body }) => {
    const upload = uploads.get(path.split('/').at(-1) ?? '');
    if (!upload || upload.length !== body.length) return { status: 400, headers: {}, body: 'invalid upload' };
    upload.bytes = body;
    return { status: 200, headers: {}, body: `OK - ${body.length}` };
  };

  return { methods, handler };
}

function readFiles(files: unknown): { id: string; title?: string }[] {
  try {
    const list: unknown = typeof files === 'string' ? JSON.parse(files) : files;
    if (Array.isArray(list) && list.length > 0) return list as { id: string; title?: string }[];
  } catch {
    // Refused below, as Slack does.
  }
  throw new SlackError('invalid_arguments');
}
