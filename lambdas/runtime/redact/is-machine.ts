const FILE = /\.(?:png|jpe?g|svg|js|ts|css)$/i;
/** People may be called so too, or get mail there: only where the text logs in by it is it no address of theirs. */
const LOGIN =
  /^(?:git|root|ec2-user|ubuntu|admin|centos|hadoop|ssm-user)@|[.@](?:internal|local|localdomain)$/i;
/** A path on the machine: `:~/a`, `:/a`, `:org/repo`, `:repo.git`. */
const PATH = /^:(?:~|\.{0,2}\/|[\w.-]{1,100}\/|[\w-]{1,100}\.git\b)/;
const COMMAND = /^\W{0,3}(?:ssh|scp|sftp|rsync|ssh-copy-id)$/;
/** An option, a file, a port. */
const ARGUMENT = /^-|[/=:]|\.\w|^\d+$/;
const LOOKED_BACK = 300;

/** Whether what looks like an address of mail is the name of a file, or a machine that somebody logs in to. */
export function isMachine(address: string, { input, index }: RegExpExecArray): boolean {
  if (FILE.test(address)) return true;
  if (!LOGIN.test(address)) return false;
  const after = input.slice(index + address.length, index + address.length + 110);
  const before = input.slice(Math.max(0, index - LOOKED_BACK), index);
  return PATH.test(after) || before.endsWith('://') || isAfterCommand(before);
}

/** `ssh -i key.pem `: not the words of a sentence that speaks of ssh. */
function isAfterCommand(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (!/\s$/.test(line)) return false;
  const words = line.trim().split(/\s+/);
  const command = words.findLastIndex((word) => COMMAND.test(word));
  const isArgument = (word: string, index: number) =>
    ARGUMENT.test(word) || words[command + index]?.startsWith('-') === true;
  return command >= 0 && words.slice(command + 1).every(isArgument);
}
