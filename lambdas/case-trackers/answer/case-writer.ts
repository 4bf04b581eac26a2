/** What is asked of AWS Support in the account of a case: to look, and the things that a command may do. */
export type CaseWriter = {
  /** As AWS shows it now; undefined where it does not know it. */
  readCase: (displayId: string) => Promise<{ caseId: string; status: string } | undefined>;
  /** Bodies of messages of the account since a moment, newest first. */
  ownMessages: (caseId: string, since: string) => AsyncIterable<string>;
  /** Brings a file to where a message may take it from; gives its id. An unused one expires. */
  upload: (fileName: string, bytes: Uint8Array) => Promise<string>;
  /** `waiting`: AWS still looks at it. */
  uploadState: (id: string) => Promise<'ready' | 'waiting' | 'failed'>;
  /** Asks once: where no answer came it may have been done. `uploads`: ids of files that are ready. */
  reply: (caseId: string, text: string, uploads?: string[]) => Promise<void>;
  resolve: (caseId: string) => Promise<void>;
};

/** AWS says no, and would say so again. */
export type Refusal = 'no-case' | 'no-plan' | 'no-role' | 'not-taken';
