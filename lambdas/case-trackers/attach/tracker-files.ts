import type { FileTrouble } from '#lambdas/case-trackers/attach/file-trouble.ts';

/** A file that a text links to. `name`: what it is called in the message; it may lack its ending. */
export type LinkedFile = { url: string; name: string };
/** `name`: with the ending that its content has. */
export type FileContent = { name: string; bytes: Uint8Array };

/** Files that people put beside the comments of a tracker. */
export type TrackerFiles = {
  /** Those that a text links to, each once, and the text with their names in place of the links. Asks nobody. */
  linkedIn: (text: string) => { files: LinkedFile[]; text: string };
  /** One of them, of `mostBytes` at most, or why it cannot be had. */
  read: (file: LinkedFile, mostBytes: number) => Promise<FileContent | FileTrouble>;
};
