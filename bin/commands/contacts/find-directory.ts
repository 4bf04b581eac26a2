import { Failure } from '#bin/commands/command-line/errors.ts';
import { tablesNamed } from '#bin/commands/tables-named.ts';

/** The directory table of a deployment; it goes with its stack, so that there is one at most. */
export async function findDirectory(stack: string): Promise<string> {
  const { names, prefix, region } = await tablesNamed(stack, 'Directory');
  const [only] = names;
  if (only !== undefined) return only;
  throw new Failure(
    `There is no table ${prefix}… in ${region}: is the stack named otherwise (--stack), or elsewhere (AWS_REGION)? ` +
      'Without a deployment, --live asks AWS itself.',
  );
}
