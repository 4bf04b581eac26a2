import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';

process.exitCode = await runCommandLine(commands, process.argv.slice(2), process);
